import { charactersOf, overlap, parsePattern, type Characters, type Part, type Sequence } from './patternParts';

/** Steps of a match that a pattern may cost at most: about a tenth of a second. Default of the product. */
const affordableSteps = 10_000_000;

/**
 * Whether a pattern can be matched in reasonable time against every text of this length, however hostile. Conservative: some harmless patterns are refused too,
 * such as all that look around or refer back.
 *
 * A text that almost matches is tried in every way in which the pattern can divide it. So a repetition of something that can be divided itself is refused,
 * unless a character that occurs nowhere else in it stands at its edge; and where several parts can take each other's characters, the ways multiply.
 * @param regex as in the form's definition, without anchors around it
 * @param maxLength of the text in characters
 */
export function isSafePattern(regex: string, maxLength: number): boolean {
  const pattern = parsePattern(regex);
  return pattern !== undefined && isUnambiguous(pattern) && ways(pattern, maxLength) <= affordableSteps;
}

/** No repetition of something that can itself be divided in several ways. */
function isUnambiguous(alternatives: readonly Sequence[]): boolean {
  return alternatives.flat().every(({ max, inner }) => {
    if (inner === undefined) return true;
    if (!isUnambiguous(inner)) return false;
    return max < 2 || (areApart(inner) && inner.every((sequence) => !hasChoice(sequence) || isSeparated(sequence)));
  });
}

/** Whether a sequence can take texts of several lengths, or the same text in several ways. */
function hasChoice(sequence: Sequence): boolean {
  return sequence.some(({ min, max, inner }) => min !== max || (inner !== undefined && (inner.length > 1 || inner.some(hasChoice))));
}

/** Whether one single character that occurs nowhere else in the sequence marks where it begins or ends. */
function isSeparated(sequence: Sequence): boolean {
  return [0, sequence.length - 1].some((edge) => {
    const part = sequence[edge];
    if (part?.inner !== undefined || part?.min !== 1 || part.max !== 1) return false;
    return sequence.every((other, index) => index === edge || !overlap(part.characters, charactersOf(other)));
  });
}

/** Whether no two alternatives can begin with the same character, so that the first one tells which is meant. */
function areApart(alternatives: readonly Sequence[]): boolean {
  const starts = alternatives.map(firstCharacters);
  return starts.every((start, index) => starts.slice(index + 1).every((other) => !overlap(start, other)));
}

function firstCharacters(sequence: Sequence): Characters {
  const upTo = sequence.findIndex((part) => part.min > 0);
  return new Set(sequence.slice(0, upTo < 0 ? sequence.length : upTo + 1).flatMap((part) => [...charactersOf(part)]));
}

/** The most ways in which parts that can take each other's characters can share a text. */
function ways(alternatives: readonly Sequence[], maxLength: number): number {
  const choices = choicesOf(alternatives, maxLength);
  const together = choices.map(({ characters }) =>
    choices.filter((other) => overlap(characters, other.characters)).reduce((product, other) => product * other.ways, 1),
  );
  return Math.max(maxLength, ...together);
}

interface Choice {
  characters: Characters;
  ways: number;
}

function choicesOf(alternatives: readonly Sequence[], maxLength: number): Choice[] {
  return alternatives.flat().flatMap((part: Part): Choice[] => {
    const lengths = Math.min(part.max - part.min, maxLength) + 1;
    const kinds = part.inner && !areApart(part.inner) ? part.inner.length : 1;
    return [{ characters: charactersOf(part), ways: lengths * kinds }, ...(part.inner ? choicesOf(part.inner, maxLength) : [])];
  });
}
