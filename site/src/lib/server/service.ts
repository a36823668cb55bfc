import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { getService, type Service } from '$contracts/services';
import type { Field } from '$core/form/schema';
import type { FormContext } from '#lib/form/props.ts';
import { localPath } from '#lib/links.ts';
import { get } from '#lib/server/api.ts';
import { logInPath } from '#lib/server/session.ts';

/** A service that takes requests on this site. */
export type OperableService = Service & { form: NonNullable<Service['form']> };

/**
 * The version in force of a service that takes requests; leads back to the service's page when it takes none, and to the log-in page when it takes those of
 * registered applicants only; what somebody without a session has posted is answered in the form instead, which would be lost otherwise.
 */
export async function getOperableService(
  slug: string,
  { locals, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
): Promise<OperableService> {
  const { language, session } = locals;
  const service = await get(getService, { language, params: { slug } });
  const { form } = service;
  if (!form || !service.operable) redirect(303, localPath(language, `/layanan/${slug}`));
  if (service.applicants === 'registered' && !session && request.method !== 'POST')
    redirect(303, logInPath({ locals, url }, language, 'daftar'));
  return { ...service, form };
}

const Options = z.object({ oneOf: z.array(z.object({ const: z.string(), title: z.string() })) });
const Properties = z.object({ properties: z.record(z.string(), z.unknown()) });
const Items = z.object({ items: z.unknown() });

/** The areas a form offers. They stand in its JSON Schema, the one place where the contract names them. */
export function areasOf({ definition, schema }: OperableService['form']): FormContext['areas'] {
  const areas = offered(
    definition.sections.flatMap((section) => section.fields),
    schema,
  );
  return [...new Map(areas.map((area) => [area.const, { code: area.const, name: area.title }])).values()];
}

/** The choices of the area fields among these, also of those that the items of a group ask. */
function offered(fields: readonly Field[], schema: unknown): z.infer<typeof Options>['oneOf'] {
  const properties = Properties.safeParse(schema).data?.properties ?? {};
  return fields.flatMap((field) => {
    if (field.type === 'group') return offered(field.fields, Items.safeParse(properties[field.key]).data?.items);
    return field.type === 'area' ? (Options.safeParse(properties[field.key]).data?.oneOf ?? []) : [];
  });
}
