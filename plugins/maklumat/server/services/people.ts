import type { Party } from '../../core/case/decide';
import type { Snapshot } from './catalogue';

/** An officer at the desk, with the positions held today and what their role allows. */
export interface Officer {
  user: number;
  name: string;
  positions: readonly { slug: string; name: string; unit: string; agency: string }[];
  mayAct: boolean;
  mayRegister: boolean;
  mayAssign: boolean;
  mayVerify: boolean;
}

interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

export const nameOf = (user: AdminUser): string =>
  [user.firstname, user.lastname].filter(Boolean).join(' ') || (user.username ?? `Pengguna ${user.id}`);

/** Positions follow from the Content Manager (Jabatan → pemegang), abilities from the role. */
export function officerIn(
  snapshot: Snapshot,
  user: AdminUser,
  may: (action: 'act' | 'register' | 'assign' | 'verify') => boolean,
): Officer {
  const positions = [...snapshot.positions.values()].flatMap((position) => {
    const unit = position.unit && snapshot.units.get(position.unit.slug);
    if (!unit?.agency || !position.holders?.some((holder) => holder.id === user.id)) return [];
    return [{ slug: position.slug, name: position.name, unit: unit.slug, agency: unit.agency.slug }];
  });
  return {
    user: user.id,
    name: nameOf(user),
    positions,
    mayAct: may('act'),
    mayRegister: may('register'),
    mayAssign: may('assign'),
    mayVerify: may('verify'),
  };
}

/** A role that may only read holds its positions in vain: no command opens. */
export function partyOf(officer: Officer): Party {
  return {
    kind: 'staff',
    positions: officer.mayAct ? officer.positions.map((position) => position.slug) : [],
    mayAssign: officer.mayAssign,
  };
}

/** Positions of the same units, for the queue of the unit. */
export function unitPositions(snapshot: Snapshot, officer: Officer): string[] {
  const units = new Set(officer.positions.map((position) => position.unit));
  return [...snapshot.positions.values()]
    .filter((position) => position.unit && units.has(position.unit.slug))
    .map((position) => position.slug);
}
