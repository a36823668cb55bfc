import type { RequestEvent } from '@sveltejs/kit';
import keeper from '#lib/offline/keeper.ts?worker&url';

/** The pages that have a script, and its address: a form that can be kept on the device, and the page that says it has arrived. The rest of the site runs none. */
const scripts: Partial<Record<string, string>> = {
  '/layanan/[slug]/ajukan': keeper,
  '/permohonan/[number]/tanda-bukti': keeper,
};

/** The script of the page that is asked for. */
export const scriptOf = ({ route }: Pick<RequestEvent, 'route'>): string | null => scripts[route.id ?? ''] ?? null;

/** Lets the browser run exactly that file. */
export function allowScript(event: Pick<RequestEvent, 'route' | 'url'>, response: Response): void {
  const script = scriptOf(event);
  const policy = response.headers.get('content-security-policy');
  if (script === null || policy === null) return;
  response.headers.set('content-security-policy', policy.replace("script-src 'none'", `script-src ${new URL(script, event.url).href}`));
}
