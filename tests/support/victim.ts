import { randomUUID } from 'node:crypto';
import { bearer, logIn } from './admin';
import { asCitizen, registerResident, verify, type Citizen } from './citizens';
import { decide } from './desk';
import { api, type Api } from './http';
import { libraryCard } from './libraryCard';
import { aPdf, upload } from './requests';

/** A registered person with one of everything that a person can have here. */
export interface Victim {
  person: Citizen;
  client: Api;
  /** Waits for the applicant, so that every command of an applicant is open. */
  open: { number: string; trackingToken: string; file: string; answers: Record<string, string> };
  /** Ended, with a letter and a value that can be opened once. */
  ended: { number: string; file: string; letter: string; secret: string };
  draft: { id: string; file: string; answers: Record<string, string> };
  /** An upload that nothing names yet. */
  file: string;
  /** A temporary address of that upload. */
  link: string;
  phoneChange: string;
  registration: { id: string; phone: string };
  /** The Idempotency-Key with which the open case, the draft and the upload were made, and the command was given. */
  key: string;
  /** A command that was given on the open case. */
  command: { type: 'message'; text: string };
}

const dataOf = <T>({ status, body }: { status: number; body: unknown }): T => {
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return (body as { data: T }).data;
};

interface Filed {
  number: string;
  trackingToken: string;
}

/** Makes the library card a service of the server; the clock stands in office hours. */
export async function publishLibraryCard(staff: Api): Promise<void> {
  dataOf(await staff.post('/maklumat/definitions/bundle').send(libraryCard));
  dataOf(await staff.post(`/maklumat/definitions/${libraryCard.slug}/publish`).send({}));
}

const answers = (nama: string, kartuPelajar: string) => ({ jenis: 'pelajar', nama, telepon: '081377788899', kartuPelajar });

/** @param number a mobile number that nobody has, for the registration that stays unfinished */
export async function aVictim(url: string, name: string, number: string): Promise<Victim> {
  const staff = await api(url, bearer(await logIn(url)));
  const person = await registerResident(url, { name });
  await verify(staff, person.id);
  const client = await asCitizen(url, person);
  const key = randomUUID();
  const file = (given: object) => client.post('/api/cases').send({ service: libraryCard.slug, answers: given });

  const endedFile = await upload(client, 'kartu-lama.pdf');
  const first = dataOf<Filed>(await file(answers(name, endedFile)));
  await decide(staff, first.number, 'lengkap');
  await decide(staff, first.number, 'terbit', { answers: { pin: '739146' } });
  const ended = dataOf<{ documents: { id: string; kind: string }[]; secrets: { id: string }[] }>(
    await client.get(`/api/cases/${first.number}`),
  );

  const openFile = await upload(client, 'kartu-baru.pdf');
  const openAnswers = answers(name, openFile);
  const open = dataOf<Filed>(await file(openAnswers).set('Idempotency-Key', key));
  await decide(staff, open.number, 'kembalikan', { reason: 'Foto kartu pelajar kurang jelas.' });

  const command = { type: 'message', text: 'Foto yang lebih jelas segera saya kirim.' } as const;
  dataOf(await client.post(`/api/cases/${open.number}/commands`).set('Idempotency-Key', key).send(command));

  const draftFile = await upload(client, 'draf.pdf');
  const draftAnswers = answers(name, draftFile);
  const draft = dataOf<{ id: string }>(
    await client.post('/api/drafts').set('Idempotency-Key', key).send({ service: libraryCard.slug, answers: draftAnswers }),
  );
  const uploaded = client
    .post('/api/attachments')
    .set('Idempotency-Key', key)
    .attach('file', await aPdf('lepas'), 'lepas.pdf');
  const free = dataOf<{ id: string }>(await uploaded).id;
  return {
    person,
    client,
    open: { ...open, file: openFile, answers: openAnswers },
    ended: {
      number: first.number,
      file: endedFile,
      letter: ended.documents.find(({ kind }) => kind === 'issued')?.id ?? '',
      secret: ended.secrets[0]?.id ?? '',
    },
    draft: { id: draft.id, file: draftFile, answers: draftAnswers },
    file: free,
    link: dataOf<{ url: string }>(await client.post(`/api/attachments/${free}/links`).send({})).url,
    phoneChange: dataOf<{ id: string }>(await client.post('/api/me/phone').send({ phone: number, password: person.password })).id,
    registration: {
      phone: number,
      id: dataOf<{ id: string }>(
        await client.post('/api/registrations').send({ residency: 'outside', phone: number, password: person.password, consent: true }),
      ).id,
    },
    key,
    command,
  };
}
