import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as indonesian } from '@zxcvbn-ts/language-id';

/** Of five, from 0 to 4; below it a password falls to fewer than a million guesses. */
const leastScore = 2;

interface Checker {
  leaked: ReadonlySet<string>;
  estimator: ZxcvbnFactory;
}
let checker: Checker | undefined;

/**
 * Made when the first password is chosen: it takes 50 ms and 40 MB. The estimate reads the first 32 characters with few letter substitutions (p4$$w0rd): at 72
 * characters and the library's own limit an adversarial one blocks the process for 0.7 s, so it is 20 ms.
 */
const getChecker = (): Checker =>
  (checker ??= {
    leaked: new Set(common['passwords-common']),
    estimator: new ZxcvbnFactory({
      dictionary: { ...common, ...indonesian },
      graphs: adjacencyGraphs,
      maxLength: 32,
      l33tMaxSubstitutions: 8,
    }),
  });

/** Whether a password stands on the list of leaked ones that ships with the package, in whatever case. */
export const isLeaked = (password: string): boolean => getChecker().leaked.has(password.toLowerCase());

/** Whether common words (Indonesian ones too), names, dates, sequences, repetitions and the given words are all there is to a password. */
export const isGuessable = (password: string, words: readonly string[]): boolean =>
  getChecker().estimator.check(password, [...words]).score < leastScore;
