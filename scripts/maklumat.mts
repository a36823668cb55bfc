/**
 * `npm run maklumat -- import|export|lint|publish`: services as files; `rotate-keys`: personal data under a new key.
 * Ends with 0, with 2 when something is refused, with 64 for a call that cannot be understood, with 1 for anything else.
 */
import { withApplication } from './lib/application.mts';
import { parseCommand, type Command, type Plugin } from './lib/definitionCommands.mts';
import { describeFindings, usage, type Finding } from './lib/definitionWords.mts';
import { sentenceOf } from './lib/failure.mts';

interface Refused extends Error {
  refusal: { kind: string; message: string; findings?: Finding[] };
}

const isRefused = (error: unknown): error is Refused => error instanceof Error && error.name === 'RefusalError' && 'refusal' in error;

async function answer({ json, ...command }: Command): Promise<number> {
  const say = (line: string): void => console.error(line);
  try {
    const { data, words, refused } = await withApplication(say, (strapi) =>
      command.run(strapi.plugin('maklumat').service<Plugin>('definitions'), say),
    );
    console.log(json ? JSON.stringify(data, undefined, 2) : words);
    return refused ? 2 : 0;
  } catch (error) {
    if (!isRefused(error)) throw error;
    const { kind, message, findings = [] } = error.refusal;
    if (json) console.log(JSON.stringify({ kind, message, findings }, undefined, 2));
    else console.error([message, ...(findings.length > 0 ? [describeFindings(findings)] : [])].join('\n'));
    return 2;
  }
}

const command = parseCommand(process.argv.slice(2));
if (command === undefined) {
  console.error(usage);
  process.exitCode = 64;
} else {
  try {
    process.exitCode = await answer(command);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}
