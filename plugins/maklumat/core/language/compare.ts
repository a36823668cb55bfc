import type { Language } from './language';

type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

interface CompareText {
  title: string;
  explanation: string;
  service: string;
  choose: string;
  from: string;
  to: string;
  draft: string;
  version: (number: number, effectiveFrom: string, inForce: boolean) => string;
  noServices: string;
  noVersions: string;
  chooseService: string;
  same: string;
  count: (changes: number) => string;
  kinds: Record<ChangeKind, string>;
  before: string;
  after: string;
  /** Heading of what changed outside of the parts that have an editor of their own. */
  standard: string;
  edit: string;
  compare: string;
}

/** The page on which two versions of a service are laid side by side. */
export const compareText: Record<Language, CompareText> = {
  id: {
    title: 'Versi Layanan',
    explanation: 'Bandingkan dua versi sebuah layanan, atau konsepnya dengan yang sudah terbit.',
    service: 'Layanan',
    choose: 'Pilih layanan',
    from: 'Dari',
    to: 'Ke',
    draft: 'Konsep saat ini',
    version: (number, effectiveFrom, inForce) => `Versi ${number} · berlaku sejak ${effectiveFrom}${inForce ? ' · sedang berlaku' : ''}`,
    noServices: 'Belum ada layanan.',
    noVersions: 'Layanan ini belum pernah terbit, jadi belum ada yang dapat dibandingkan.',
    chooseService: 'Pilih layanan untuk melihat perubahannya.',
    same: 'Tidak ada perbedaan di antara keduanya.',
    count: (changes) => `${changes} perubahan`,
    kinds: { added: 'Ditambah', removed: 'Dihapus', changed: 'Diubah', moved: 'Dipindah' },
    before: 'Sebelum',
    after: 'Sesudah',
    standard: 'Standar pelayanan',
    edit: 'Sunting layanan',
    compare: 'Bandingkan versi',
  },
  en: {
    title: 'Service Versions',
    explanation: 'Compare two versions of a service, or its draft with what was published.',
    service: 'Service',
    choose: 'Choose a service',
    from: 'From',
    to: 'To',
    draft: 'Present draft',
    version: (number, effectiveFrom, inForce) => `Version ${number} · in force from ${effectiveFrom}${inForce ? ' · in force now' : ''}`,
    noServices: 'There is no service yet.',
    noVersions: 'This service was never published, so there is nothing to compare yet.',
    chooseService: 'Choose a service to see its changes.',
    same: 'There is no difference between the two.',
    count: (changes) => `${changes} ${changes === 1 ? 'change' : 'changes'}`,
    kinds: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
    before: 'Before',
    after: 'After',
    standard: 'Service standard',
    edit: 'Edit the service',
    compare: 'Compare versions',
  },
};
