import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/**
 * An HTTP service of somebody else, described so that no code knows it: `{{name}}` in URL, headers and body is replaced by the call's values, escaped for where
 * it stands. An empty URL: there is no such service.
 */
const Gateway = z.object({
  url: z.string(),
  method: z.string(),
  /** JSON object of header names and templates. */
  headers: z.string(),
  body: z.string(),
  /** Regular expression that the answer's text must match to count as done; empty: a status of 2xx is enough. */
  success: z.string(),
  /** Regular expression of an answer that says no, where a service can; empty where it cannot. */
  refusal: z.string(),
  /** Longest wait for an answer, in milliseconds. */
  timeout: z.number().int().min(1),
});
export type Gateway = z.infer<typeof Gateway>;

/** Configuration of the plugin as `config/plugins.ts` hands it over; a missing key stops the start with its name. */
const Settings = z.object({
  publicUrl: z.url(),
  dataDirectory: z.string().min(1),
  keys: z
    .string()
    .regex(
      /^[a-z0-9]+:[A-Za-z0-9+/=]{44}(,[a-z0-9]+:[A-Za-z0-9+/=]{44})*$/,
      'MAKLUMAT_KEYS: "k1:<32 bita base64>", dipisah koma, yang pertama dipakai menyegel',
    ),
  indexKey: z.string().min(32, 'MAKLUMAT_INDEX_KEY: paling sedikit 32 huruf'),
  mail: z.object({ smtpUrl: z.string(), from: z.string() }),
  /** Codes and letters may be read on a page of the admin: on a machine of one's own, never where citizens register. */
  outbox: z.boolean(),
  /** Proves that a call over loopback comes from the site, which asks for whoever reads it. */
  siteKey: z.string().min(32),
  sms: Gateway,
  population: Gateway,
  storage: z.object({
    bucket: z.string(),
    endpoint: z.string(),
    region: z.string(),
    accessKey: z.string(),
    secretKey: z.string(),
    pathStyle: z.boolean(),
  }),
  /** `host:port` of clamd, or the path of its socket; empty when nothing is scanned. */
  clamdHost: z.string(),
});
export type Settings = z.infer<typeof Settings>;

export function readSettings(strapi: Core.Strapi): Settings {
  return Settings.parse(strapi.config.get('plugin::maklumat'));
}
