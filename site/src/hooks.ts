import type { Reroute } from '@sveltejs/kit/hooks';
import { withoutLanguage } from '#lib/links.ts';

/** Both languages are served by the same routes. */
export const reroute: Reroute = ({ url }) => withoutLanguage(url.pathname);
