import { Link } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import type { Definition } from '../api/useDefinitionsApi';

/** The way to where a service is edited; nothing for one that has no draft in the Content Manager. */
export function EditServiceLink({ definition, label }: { definition: Definition | undefined; label: string }) {
  if (!definition?.documentId) return null;
  return (
    <Link
      tag={RouterLink}
      to={`/content-manager/collection-types/plugin::maklumat.service/${definition.documentId}`}
      startIcon={<Pencil />}
    >
      {label}
    </Link>
  );
}
