import type { Language } from '$core/language/language';

declare global {
  namespace App {
    interface Locals {
      language: Language;
    }
    interface PageData {
      language: Language;
      /** Path without the language prefix, with its query: the same page in the other language. */
      here: string;
    }
  }
}
