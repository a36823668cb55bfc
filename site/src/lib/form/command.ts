import type { OpenCommand } from '$contracts/cases';
import type { Answers, SimpleField } from '$core/form/schema';
import type { FieldMessages } from '$core/refusal';
import type { StoredFile } from '#lib/form/state.ts';

/** An open command as the page offers it: with its fields read, and the key that makes a second press of the button the same request. */
export type CaseCommand = Omit<OpenCommand, 'fields'> & { fields: SimpleField[]; key: string };

/** A command that did not go through, and what the person had typed. */
export interface Failed {
  /** Which of the page's forms this is, to show the message at it. */
  command: string;
  message: string;
  fields: FieldMessages;
  typed: string;
  answers: Answers;
  files: Record<string, StoredFile>;
}
