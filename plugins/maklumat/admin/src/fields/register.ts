import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { partNames } from '../../../core/definition/parts';
import { editorText } from '../../../core/language/editor';
import type { Language } from '../../../core/language/language';

const idOf = (part: string, what: 'label' | 'description'): string => `maklumat.fields.${part}.${what}`;

/** The names of the fields for the frame's own translations. */
export const fieldTexts = (language: Language): Record<string, string> =>
  Object.fromEntries(
    partNames.flatMap((part) => {
      const { label, description } = editorText[language].parts[part];
      return [
        [idOf(part, 'label'), label],
        [idOf(part, 'description'), description],
      ];
    }),
  );

/** Registers one custom field per part of a service that is kept as JSON. */
export function registerDefinitionFields(app: StrapiApp): void {
  app.customFields.register(
    partNames.map((part) => ({
      name: part,
      pluginId: 'maklumat',
      type: 'json',
      intlLabel: { id: idOf(part, 'label'), defaultMessage: editorText.id.parts[part].label },
      intlDescription: { id: idOf(part, 'description'), defaultMessage: editorText.id.parts[part].description },
      // Strapi types the input as one without properties and gives it those of a field.
      components: { Input: () => import('./DefinitionInput') as Promise<{ default?: ComponentType }> },
    })),
  );
}
