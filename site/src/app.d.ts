import type { Me } from '$contracts/accounts';
import type { Language } from '$core/language/language';
import type { Session } from '#lib/server/session.ts';

declare global {
  namespace App {
    interface Locals {
      language: Language;
      /** Tokens of the visitor who is logged in. */
      session: Session | undefined;
      /** The visitor had a session, and it no longer holds. */
      sessionEnded: boolean;
      /** Who the visitor is, once something of the request has asked. */
      visitor: Promise<Me | undefined> | undefined;
    }
    interface PageData {
      language: Language;
      /** Path without the language prefix, with its query: the same page in the other language. */
      here: string;
      /** Name of the visitor who is logged in; empty when it could not be asked, null when nobody is. */
      visitor: string | null;
    }
  }
}
