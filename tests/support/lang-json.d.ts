/** The package describes its ES module only; tests load its other half. */
declare module '@codemirror/lang-json' {
  import type { LanguageSupport } from '@codemirror/language';

  export function json(): LanguageSupport;
}
