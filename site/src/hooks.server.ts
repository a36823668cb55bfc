import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { languageOf } from '#lib/links.ts';
import { compress } from '#lib/server/compression.ts';
import { allowScript } from '#lib/server/scripts.ts';
import { recogniseVisitor } from '#lib/server/visitor.ts';
import { siteText } from '$core/language/site';

/** Routes whose pages are about one person, or one letter: no cache may keep them, and no search engine list them. */
const personal = /^\/(akun|daftar|masuk|keluar|lupa-sandi|permohonan|lacak|dokumen|layanan\/\[slug\]\/ajukan)(\/|$)/;

/** A stylesheet is the same for everybody. */
const impersonal = '/layanan/[slug]/tampilan.css';

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const speak: Handle = async ({ event, resolve }) => {
  event.locals.language = languageOf(event.url.pathname);
  return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language) });
};

const recognise: Handle = async ({ event, resolve }) => {
  event.locals.session = undefined;
  event.locals.sessionEnded = false;
  if (event.route.id !== impersonal) await recogniseVisitor(event);
  return resolve(event);
};

const protect: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  const isPersonal = personal.test(event.route.id ?? '');
  if (isPersonal) response.headers.set('X-Robots-Tag', 'noindex');
  if (isPersonal || event.locals.session || event.locals.sessionEnded) {
    response.headers.set('Cache-Control', 'private, no-store');
  } else if (!response.headers.has('Cache-Control')) {
    response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate');
  }
  // Every page names the visitor who is logged in, so what is kept for one is not for another.
  if (event.route.id !== impersonal) response.headers.append('Vary', 'Cookie');
  allowScript(event, response);
  return response;
};

const shrink: Handle = async ({ event, resolve }) => compress(event.request, await resolve(event));

export const handle = sequence(shrink, protect, speak, recognise);

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const text = siteText[event.locals.language ?? languageOf(event.url.pathname)].error;
  if (kind === 'app') return { message: error.message };
  if (kind === 'framework' && error.status === 413) return { message: text.tooLarge.body };
  if (kind === 'framework') return { message: error.status === 404 ? text.notFound.body : text.broken.body };
  console.error(error);
  return { message: text.broken.body };
};
