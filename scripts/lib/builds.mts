import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.mts';
import { bin, root } from './paths.mts';
import { run } from './process.mts';

interface Build {
  name: 'server' | 'admin' | 'site';
  /** For the progress line. */
  title: string;
  inputs: readonly string[];
  /** Earlier output that the commands would not remove: a deleted source must not live on. The admin's lies in dist/build. */
  leftovers: readonly string[];
  /** Present when the build has been made. */
  output: string;
  commands: readonly (readonly [string, ...string[]])[];
}

const shared = ['package-lock.json', 'plugins/maklumat/{core,contracts}/**/*.{ts,json}'];

const builds: readonly Build[] = [
  {
    name: 'server',
    title: 'server',
    inputs: [...shared, 'tsconfig.json', 'config/**/*.ts', 'src/**/*.{ts,json}', 'plugins/maklumat/server/**/*.{ts,json}', 'types/**/*.ts'],
    leftovers: ['dist/config', 'dist/src', 'dist/plugins', 'dist/types'],
    output: 'dist/src/index.js',
    commands: [['tsc', '-p', 'tsconfig.json']],
  },
  {
    name: 'admin',
    title: 'CMS (sekitar setengah menit)',
    inputs: [
      ...shared,
      'config/{admin,features,plugins,server}.ts',
      'src/admin/**/*',
      'plugins/maklumat/admin/**/*',
      'plugins/maklumat/package.json',
    ],
    leftovers: [],
    output: 'dist/build/index.html',
    commands: [['strapi', 'build', '--silent']],
  },
  {
    name: 'site',
    title: 'situs',
    inputs: [...shared, 'site/*.{js,ts,json}', 'site/{src,static}/**/*'],
    leftovers: [],
    output: 'site/build/handler.js',
    commands: [['npm', 'run', 'build', '--workspace', 'site']],
  },
];

async function hashOf(inputs: readonly string[]): Promise<string> {
  const files: string[] = [];
  for (const pattern of inputs) {
    for await (const entry of glob(pattern, { cwd: root, withFileTypes: true })) {
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
    }
  }
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort())
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

const stampOf = (build: Build): string => join(root, '.cache', 'builds', build.name);

async function isFresh(build: Build, hash: string): Promise<boolean> {
  if (!existsSync(join(root, build.output)) || !existsSync(stampOf(build))) return false;
  return (await readFile(stampOf(build), 'utf8')) === hash;
}

async function make(build: Build, hash: string): Promise<void> {
  const log = join(root, '.cache', `build-${build.name}.log`);
  await Promise.all(
    [stampOf(build), log, ...build.leftovers.map((path) => join(root, path))].map((path) => rm(path, { recursive: true, force: true })),
  );
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    NODE_ENV: 'production',
    // The admin's bundler needs more than the default heap on a small machine.
    NODE_OPTIONS: '--max-old-space-size=3072',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  for (const [command, ...args] of build.commands) {
    const { code, output } = await run(command, args, { cwd: root, env });
    if (code === 0) continue;
    await writeFile(log, output);
    if (output.includes('ENOSPC')) throw new Failure('Ruang disk habis saat membangun; kosongkan sebagian, lalu jalankan lagi.');
    throw new Failure(`Pembangunan ${build.name} gagal; sebabnya tercatat di ${log}.`);
  }
  await writeFile(stampOf(build), hash);
}

/**
 * Makes what is older than its sources: server, admin, site. Sources are compared by content, so a fresh checkout does not look newer.
 * @throws Failure naming the log of the build that failed
 */
export async function buildStale(
  progress: (line: string) => void,
  only: readonly Build['name'][] = ['server', 'admin', 'site'],
): Promise<void> {
  await mkdir(join(root, '.cache', 'builds'), { recursive: true });
  for (const build of builds) {
    if (!only.includes(build.name)) continue;
    const hash = await hashOf(build.inputs);
    if (await isFresh(build, hash)) continue;
    progress(build.title);
    await make(build, hash);
  }
}
