import type { Core } from '@strapi/strapi';
import { z } from 'zod';

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
});
export type Settings = z.infer<typeof Settings>;

export function readSettings(strapi: Core.Strapi): Settings {
  return Settings.parse(strapi.config.get('plugin::maklumat'));
}
