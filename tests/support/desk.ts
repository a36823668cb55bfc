import type { Api } from './http';
import { bearer, createOfficer, logIn, type Officer } from './admin';
import { api } from './http';

/** The four people of the seeded office who work on public-information requests. */
export interface Office {
  officer: Api;
  head: Api;
  ppid: Api;
  superior: Api;
  content: Api;
  people: Record<'officer' | 'head' | 'ppid' | 'superior' | 'content', Officer>;
  /** New sessions for everybody when those of before have ended by this instant; Strapi allows five log-ins in five minutes. */
  logInAgain(now: string): Promise<void>;
}

/** A session of the CMS ends after 30 minutes; well before that a new one is due. */
const sessionLength = 25 * 60_000;

export async function anOffice(url: string): Promise<Office> {
  let validUntil = 0;
  // One after the other: each holder is added to the position as the one before left it.
  const people = {
    officer: await createOfficer(url, 'maklumat-officer', ['petugas-layanan-informasi'], 'Olga Petugas'),
    head: await createOfficer(url, 'maklumat-head', ['kepala-bidang-pengelolaan-komunikasi-publik'], 'Hadi Kepala'),
    ppid: await createOfficer(url, 'maklumat-ppid', ['ppid'], 'Prita Pejabat'),
    superior: await createOfficer(url, 'maklumat-ppid-superior', ['atasan-ppid'], 'Sari Atasan'),
    content: await createOfficer(url, 'maklumat-content', [], 'Kania Konten'),
  };
  return {
    officer: await api(url, people.officer.headers),
    head: await api(url, people.head.headers),
    ppid: await api(url, people.ppid.headers),
    superior: await api(url, people.superior.headers),
    content: await api(url, people.content.headers),
    people,
    async logInAgain(now) {
      if (Date.parse(now) < validUntil) return;
      validUntil = Date.parse(now) + sessionLength;
      for (const person of Object.values(people)) Object.assign(person.headers, bearer(await logIn(url, person)));
    },
  };
}

interface DeskCase {
  sequence: number;
  status: string;
  step: { key: string } | null;
  commands: { type: string; outcome?: string }[];
  deadline: { at: string };
}

export async function deskCase(client: Api, number: string): Promise<DeskCase> {
  const response = await client.get(`/maklumat/desk/cases/${number}`);
  if (response.status !== 200) throw new Error(`desk answered ${response.status}: ${JSON.stringify(response.body)}`);
  return (response.body as { data: DeskCase }).data;
}

/** Takes an outcome at the case's present step, whatever its sequence is. */
export async function decide(client: Api, number: string, outcome: string, more: Record<string, unknown> = {}): Promise<DeskCase> {
  const now = await deskCase(client, number);
  const response = await client
    .post(`/maklumat/desk/cases/${number}/commands`)
    .send({ type: 'decide', step: now.step?.key ?? '', outcome, expectedSequence: now.sequence, ...more });
  if (response.status !== 200) throw new Error(`${outcome} answered ${response.status}: ${JSON.stringify(response.body)}`);
  return (response.body as { data: DeskCase }).data;
}

/** The officer's part from receipt to archive, after which the PPID decides. */
export async function bringToPpid(officer: Api, number: string): Promise<void> {
  for (const outcome of ['diterima', 'lengkap', 'ditandatangani', 'terdaftar', 'diberikan', 'diteruskan', 'diarsipkan'])
    await decide(officer, number, outcome);
}
