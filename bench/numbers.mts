/**
 * Whether the time of an answer tells if a telephone number has an account: start of a registration, resumption, log-in with a wrong password, forgotten password,
 * each for numbers with an account and without one, in turn, on real PostgreSQL.
 */
import { randomUUID } from 'node:crypto';
import { inNewInstallation, loadPlugin } from './installation.mts';

type Plugin = typeof import('../plugins/maklumat/server/services/app') &
  typeof import('../plugins/maklumat/server/services/registrations') &
  Pick<typeof import('../plugins/maklumat/server/services/sessions'), 'logIn'> &
  Pick<typeof import('../plugins/maklumat/server/services/passwords'), 'forgot' | 'hashPassword'> &
  typeof import('../plugins/maklumat/server/repositories/applicants') &
  typeof import('../plugins/maklumat/server/repositories/database') &
  typeof import('../plugins/maklumat/server/repositories/users');

const modules = [
  'server/services/app',
  'server/services/registrations',
  'server/services/sessions',
  'server/services/passwords',
  'server/repositories/applicants',
  'server/repositories/database',
  'server/repositories/users',
];

const password = 'Kereta-Senja-2041';
const language = 'id';

/** Numbers of one kind; the two without an account are alike, and what differs between them is chance. */
const kinds = ['known', 'unknown', 'again'] as const;
type Kind = (typeof kinds)[number];
const phoneOf = (kind: Kind, index: number): string => `+62812${String((kinds.indexOf(kind) + 1) * 10_000_000 + index)}`;

/** Each kind comes first, second and third equally often, and equally often after each other one. */
function orderOf(index: number): Kind[] {
  const turned = kinds.map((_, turn) => kinds[(turn + index) % kinds.length] ?? 'known');
  return Math.floor(index / kinds.length) % 2 === 0 ? turned : turned.toReversed();
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How often the first of a pair took longer than the second; one half when nothing tells them apart. */
const slower = (first: readonly number[], second: readonly number[]): number =>
  first.filter((time, index) => time > (second[index] ?? 0)).length / first.length;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export async function numbers(size = 300): Promise<void> {
  await inNewInstallation(async (strapi) => {
    const plugin = loadPlugin<Plugin>(modules);
    const app = plugin.getApp(strapi);
    const db = plugin.database(strapi);
    const hashed = await plugin.hashPassword(password);
    for (let index = 0; index < size; index += 1) {
      const phone = phoneOf('known', index);
      const id = randomUUID();
      const username = plugin.phoneDigest(app.vault, phone);
      const user = await plugin.insertUser(strapi, { username, email: `${id}@pemohon.invalid`, password: hashed });
      await plugin.insertApplicant(db, app.vault, {
        id,
        user,
        residency: 'city',
        phone,
        nik: `35740317089${String(10_001 + index)}`,
        identity: { name: 'Siti Aminah', birthDate: '1990-08-17', address: 'Jalan Mawar 1', email: null },
        verification: 'waiting',
        assessment: null,
        createdAt: app.now(),
      });
    }

    const from = { address: '198.51.100.7', language } as const;
    // Those that hash no password are short, and so measured more often.
    const calls: { name: string; rounds: number; call: (phone: string) => Promise<unknown> }[] = [
      {
        name: 'mulai mendaftar',
        rounds: size,
        call: (phone) => plugin.start(app, { residency: 'outside', phone, password, consent: true, ...from }),
      },
      {
        name: 'masuk, sandi salah',
        rounds: size,
        call: (identifier) => plugin.logIn(app, { identifier, password: 'Sandi-Yang-Salah-7', ...from }).catch(() => undefined),
      },
      { name: 'lanjutkan pendaftaran', rounds: size * 5, call: (phone) => plugin.resume(app, { phone, ...from }) },
      { name: 'lupa kata sandi', rounds: size * 5, call: (phone) => plugin.forgot(app, { phone, ...from }) },
    ];
    console.log(`${size} nomor berakun dan ${size} tanpa akun, bergantian; pembanding: tanpa akun terhadap tanpa akun`);
    for (const { name, rounds, call } of calls) {
      const times: Record<Kind, number[]> = { known: [], unknown: [], again: [] };
      for (let index = 0; index < rounds; index += 1) {
        // What is measured is the work, not the limits, which are the same for every number.
        await db('maklumat_limit').delete();
        await db('maklumat_otp').delete();
        for (const kind of orderOf(index)) {
          const phone = phoneOf(kind, index % size);
          const begin = performance.now();
          await call(phone);
          times[kind].push(performance.now() - begin);
        }
      }
      const { known, unknown, again } = times;
      const ratio = (first: readonly number[]): string => (median(first) / median(unknown)).toFixed(3);
      console.log(
        `  ${name.padEnd(22)} ${median(unknown).toFixed(1)} ms; berakun ${ratio(known)} × (lebih lama pada ${percent(slower(known, unknown))}), ` +
          `pembanding ${ratio(again)} × (${percent(slower(again, unknown))})`,
      );
    }
  });
}
