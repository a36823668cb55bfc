/** A tag, an end tag, a comment or a processing instruction as browsers see them begin; "a < b" and "<3" are not. */
const markup = '<[A-Za-z\\/!?]';
/** Control characters, and the invisible ones that turn the direction of text and so make it read otherwise than it is. */
const unreadable = '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069';
const lineBreaks = '\\t\\n\\r';

const hasMarkup = new RegExp(markup);
const hasUnreadable = new RegExp(`[${unreadable}]`);
const hasLineBreak = new RegExp(`[${lineBreaks}]`);
const hasHalfCharacter = /\p{Surrogate}/u;

/** Text as it is kept: Unicode NFC, line ends as \n (browsers send \r\n), no blanks around it. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** Why a text is refused whatever its length; undefined when it is fine. Half of a surrogate pair is refused because PostgreSQL cannot store it. */
export function textProblem(text: string, lines: 'one' | 'many'): 'markup' | 'unreadable' | 'oneLine' | undefined {
  if (hasMarkup.test(text)) return 'markup';
  if (hasUnreadable.test(text) || hasHalfCharacter.test(text)) return 'unreadable';
  return lines === 'one' && hasLineBreak.test(text) ? 'oneLine' : undefined;
}

/** The same refusals, and that of blank text, as a pattern of JSON Schema. */
export function textPattern(lines: 'one' | 'many'): string {
  const refused = lines === 'one' ? `${unreadable}${lineBreaks}` : unreadable;
  return `^(?![\\s\\S]*${markup})(?![\\s\\S]*[${refused}])(?=\\s*\\S)`;
}

/** Length in characters as JSON Schema counts them, so that an emoji is one. */
export const lengthOf = (text: string): number => [...text].length;

/** Characters of the longest e-mail address that can be delivered (RFC 5321, 4.5.3.1.3, without the angle brackets). */
export const longestEmail = 254;
