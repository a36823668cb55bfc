import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { DeskCase } from '../../../contracts/desk';
import type { Desk } from '../api/useDeskApi';
import { Panel } from '../shared/Panel';
import { casePath } from '../shared/paths';
import { useTexts } from '../shared/useTexts';

/** The cases that this one opened or was opened by; a link where this officer may see them. */
export function LinksPanel({ deskCase, services }: { deskCase: DeskCase; services: Desk['services'] }) {
  const { text } = useTexts();
  if (deskCase.links.length === 0) return null;
  const visible = new Set(services.map(({ slug }) => slug));
  return (
    <Panel title={text.case.links}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {deskCase.links.map((link) => (
          <li key={link.number}>
            {visible.has(link.service) ? (
              <Link tag={RouterLink} to={casePath(link.number)}>
                {link.number}
              </Link>
            ) : (
              <Typography tag="p">{link.number}</Typography>
            )}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {link.name}
            </Typography>
          </li>
        ))}
      </Flex>
    </Panel>
  );
}

/** Which one-time values the applicant has fetched; the values themselves are shown to nobody here. */
export function SecretsPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text } = useTexts();
  if (deskCase.secrets.length === 0) return null;
  return (
    <Panel title={text.case.secrets}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {deskCase.secrets.map((secret) => (
          <li key={secret.id}>
            <Typography>
              {secret.label}: {text.case.secret[secret.opened ? 'opened' : 'waiting']}
            </Typography>
          </li>
        ))}
      </Flex>
    </Panel>
  );
}
