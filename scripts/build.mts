/** `npm run build [server|admin|site …]`: makes what is older than its sources. */
import { buildStale } from './lib/builds.mts';
import { sentenceOf } from './lib/failure.mts';

const parts = ['server', 'admin', 'site'] as const;
const asked = parts.filter((part) => process.argv.includes(part));

try {
  await buildStale((title) => console.log(`membangun ${title} …`), asked.length > 0 ? asked : parts);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
