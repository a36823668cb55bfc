import { parseArgs } from 'node:util';
import type { Command } from './definitionCommands.mts';
import { hasCode } from './failure.mts';

export interface Rotation {
  key: string;
  resealed: number;
  remaining: Record<string, number>;
  unused: string[];
}

export interface RotationProgress {
  done: number;
  total: number;
}

const number = new Intl.NumberFormat('id-ID');

/** How far it is, e.g. `1.500 dari 12.000 (12%)`. */
const progressLine = ({ done, total }: RotationProgress): string =>
  `${number.format(done)} dari ${number.format(total)} (${Math.floor((100 * done) / total)}%)`;

function describeRotation({ key, resealed, remaining, unused }: Rotation): string {
  const left = Object.entries(remaining);
  const done =
    resealed === 0
      ? `Tidak ada yang perlu disegel ulang dengan kunci ${key}.`
      : `${number.format(resealed)} nilai disegel ulang dengan kunci ${key}.`;
  const still = left.map(
    ([id, count]) =>
      `${number.format(count)} nilai masih di bawah kunci ${id}: ada proses yang menyegel dengannya. Jalankan ulang semua proses dengan ${key} di urutan pertama MAKLUMAT_KEYS, lalu jalankan perintah ini lagi.`,
  );
  const free = unused.map(
    (id) =>
      `Kunci ${id} tidak dipakai lagi dan boleh dihapus dari MAKLUMAT_KEYS. Simpan di tempat aman selama cadangan basis data yang lama masih mungkin dipulihkan.`,
  );
  return [done, ...still, ...free].join('\n');
}

/** `rotate-keys [--json]`; undefined when the words do not fit. */
export function parseRotation(args: readonly string[]): Command | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
    return {
      json: values.json,
      async run(plugin, say) {
        const data = await plugin.rotateKeys((progress) => say(progressLine(progress)));
        return { data, words: describeRotation(data), refused: Object.keys(data.remaining).length > 0 };
      },
    };
  } catch (error) {
    if (hasCode(error, 'ERR_PARSE_ARGS_UNKNOWN_OPTION', 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'))
      return undefined;
    throw error;
  }
}
