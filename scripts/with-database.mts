/** `npm run with-database -- <command …>`: runs a command, such as one of Strapi's, with the database and the secrets of `npm run up`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { prepareEnvironment } from './lib/environment.mts';
import { Failure, sentenceOf } from './lib/failure.mts';
import { holdDirectory } from './lib/lock.mts';
import { bin, root } from './lib/paths.mts';
import { dataDirectory, parseSettings, readEnvironment } from './lib/settings.mts';

const [command, ...args] = process.argv.slice(2);

try {
  if (command === undefined) throw new Failure('Sebutkan perintahnya, misalnya: npm run with-database -- strapi ts:generate-types');
  const given = readEnvironment();
  const settings = parseSettings(given);
  await mkdir(dataDirectory(settings), { recursive: true, mode: 0o711 });
  await holdDirectory(dataDirectory(settings));
  const prepared = await prepareEnvironment(settings, given);
  try {
    const env = { ...prepared.environment, NODE_ENV: given.NODE_ENV ?? 'development', PATH: `${bin}:${process.env.PATH ?? ''}` };
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    await prepared.stop();
  }
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
