/** What `npm run maklumat` says to people. */

export interface Finding {
  severity: 'error' | 'warning';
  where: string;
  what: string;
  why: string;
  mend: string;
}

export interface Change {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before?: unknown;
  after?: unknown;
  label: string;
}

export interface Imported {
  slug: string;
  accepted: boolean;
  action: 'create' | 'update' | 'none';
  changes: Change[];
  findings: Finding[];
}

export interface Published {
  version: number;
  effectiveFrom: string;
  created: boolean;
  findings: Finding[];
}

export const usage = `Pemakaian:
  npm run maklumat -- import <berkas> [--dry-run]
      menyimpan berkas layanan sebagai konsep; --dry-run hanya menyebutkan apa yang akan berubah
  npm run maklumat -- export <layanan> [--version <nomor>] [--out <berkas>]
      menulis konsep, atau versi tertentu, sebagai berkas
  npm run maklumat -- lint <layanan|berkas.json>
      memeriksa konsep, atau berkas yang belum disimpan, seperti gerbang penerbitan
  npm run maklumat -- publish <layanan> [--effective-from <TTTT-BB-HH>]
      menerbitkan konsep sebagai versi baru
  npm run maklumat -- rotate-keys
      menyegel ulang data pribadi dengan kunci pertama MAKLUMAT_KEYS; boleh diulang bila terputus
  --json pada perintah mana pun mencetak datanya saja`;

const width = 90;

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? '–';
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

function sentenceOf({ kind, label, before, after }: Change): string {
  if (kind === 'added') return `  + ${label}`;
  if (kind === 'removed') return `  - ${label}`;
  if (kind === 'moved') return `  > ${label} (dipindah)`;
  return `  ~ ${label}\n      ${brief(before)}\n      menjadi ${brief(after)}`;
}

export function describeFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Tidak ada temuan.';
  const ordered = [...findings].sort((one, other) => one.severity.localeCompare(other.severity));
  const lines = ordered.map(({ severity, where, what, why, mend }) =>
    [`  [${severity === 'error' ? 'kesalahan' : 'peringatan'}] ${where}`, `      ${what}`, `      ${why}`, `      → ${mend}`].join('\n'),
  );
  return `Temuan (${findings.length}):\n${lines.join('\n')}`;
}

function outcomeOf({ slug, accepted, action }: Imported, dryRun: boolean): string {
  if (!accepted) return `Layanan "${slug}" tidak dapat disimpan.`;
  if (action === 'none') return `Layanan "${slug}": konsepnya sudah sama, tidak ada yang berubah.`;
  const verb = action === 'create' ? 'dibuat' : 'diubah';
  return dryRun
    ? `Layanan "${slug}": konsepnya akan ${verb}. Belum ada yang disimpan.`
    : `Layanan "${slug}": konsepnya ${verb}. Belum terbit.`;
}

export function describeImport(imported: Imported, dryRun: boolean): string {
  const { changes, findings } = imported;
  return [
    outcomeOf(imported, dryRun),
    ...(changes.length > 0 ? [`Perubahan (${changes.length}):`, ...changes.map(sentenceOf)] : []),
    describeFindings(findings),
  ].join('\n');
}

export function describePublication(slug: string, { version, effectiveFrom, created, findings }: Published): string {
  const outcome = created
    ? `Layanan "${slug}" terbit sebagai versi ${version}, berlaku sejak ${effectiveFrom}.`
    : `Layanan "${slug}" sama dengan versi ${version}; tidak ada versi baru.`;
  return [outcome, ...(findings.length > 0 ? [describeFindings(findings)] : [])].join('\n');
}
