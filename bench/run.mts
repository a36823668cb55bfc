/** `npm run bench -- <name>`: measures one thing on an installation of its own and prints figures with what they are compared to. */
import { sentenceOf } from '../scripts/lib/failure.mts';
import { numbers } from './numbers.mts';
import { replay } from './replay.mts';

const benches: Record<string, (size: number | undefined) => Promise<void>> = { numbers, replay };
const [name = '', size] = process.argv.slice(2);
const bench = benches[name];

if (!bench || (size !== undefined && !/^[1-9]\d*$/.test(size))) {
  console.error(`npm run bench -- <${Object.keys(benches).join('|')}> [banyaknya]`);
  process.exitCode = 64;
} else {
  try {
    await bench(size === undefined ? undefined : Number(size));
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}
