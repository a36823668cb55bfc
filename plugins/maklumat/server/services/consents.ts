import { dateIn } from '../../core/calendar/calendar';
import { sha256 } from '../adapters/vault';
import type { ConsentRow } from '../repositories/content';
import type { GivenConsent } from '../repositories/consents';
import type { Snapshot } from './catalogue';

/** The words that are agreed to today; undefined while none are in force. */
export function consentInForce(snapshot: Snapshot, now: string): ConsentRow | undefined {
  const today = dateIn(now, snapshot.zone);
  return snapshot.consents.find(({ effectiveFrom }) => effectiveFrom <= today);
}

/** Digest of the words of a consent. */
export const digestOf = ({ title, body }: Pick<ConsentRow, 'title' | 'body'>): string => sha256(`${title}\n${body}`);

/** A consent as it is recorded: with a digest of its words, in case the entry is edited. */
export const given = (consent: ConsentRow, now: string): GivenConsent => ({
  version: consent.version,
  digest: digestOf(consent),
  givenAt: now,
});
