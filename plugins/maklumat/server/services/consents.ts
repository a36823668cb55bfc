import { homeZone } from '../../core/calendar/schema';
import { dateIn } from '../../core/calendar/calendar';
import { sha256 } from '../adapters/vault';
import type { ConsentRow } from '../repositories/content';
import type { GivenConsent } from '../repositories/consents';
import type { Snapshot } from './catalogue';

/** The words that are agreed to today, in the zone of the city's offices; undefined while none are in force. */
export function consentInForce(snapshot: Snapshot, now: string): ConsentRow | undefined {
  const today = dateIn(now, homeZone);
  return snapshot.consents.find(({ effectiveFrom }) => effectiveFrom <= today);
}

/** A consent as it is recorded: with a digest of its words, in case the entry is edited. */
export const given = ({ version, title, body }: ConsentRow, now: string): GivenConsent => ({
  version,
  digest: sha256(`${title}\n${body}`),
  givenAt: now,
});
