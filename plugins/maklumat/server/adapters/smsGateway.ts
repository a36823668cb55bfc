import type { Gateway } from '../settings';
import { createGatewayCall } from './httpTemplate';

export interface Sms {
  /** The same for every attempt at one message, so that a gateway can tell a repetition. */
  id: string;
  /** E.164. */
  to: string;
  text: string;
}

/** `refused`: the gateway said no for good, trying again is of no use. */
export type SmsOutcome = 'sent' | 'refused';

/** Sends one SMS, or throws, and then the queue tries again. */
export interface SmsGateway {
  send(sms: Sms): Promise<SmsOutcome>;
}

/**
 * A gateway behind any HTTP call. `{{to}}` is the number as `+62813…`, `{{to62}}` as `62813…`, `{{to0}}` as `0813…`: gateways want one of the three.
 * Throws when the settings cannot work.
 */
export function createSmsGateway(gateway: Gateway): SmsGateway {
  const call = createGatewayCall('SMS', { success: 'SUCCESS', refusal: 'REFUSAL' }, gateway, ['id', 'to', 'to62', 'to0', 'text']);
  return {
    async send({ id, to, text }) {
      const answer = await call({ id, to, to62: to.replace(/^\+/, ''), to0: to.replace(/^\+62/, '0'), text });
      // A gateway that is busy, and one that says what no setting foresaw, may yet take it.
      if (answer === 'neither') throw new Error('Gerbang SMS tidak menerima pesan');
      return answer === 'success' ? 'sent' : 'refused';
    },
  };
}
