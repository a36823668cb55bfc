import { useEffect, useState, type FormEvent } from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { CaseStatus } from '../../../core/case/status';
import { caseText } from '../../../core/language/case';
import type { Desk } from '../api/useDeskApi';
import { FieldShell } from '../form/FieldShell';
import { useTexts } from '../shared/useTexts';
import type { QueueQuery } from './useQueueQuery';

interface Props {
  services: Desk['services'];
  query: QueueQuery;
  onChange: (change: Partial<QueueQuery>) => void;
}

export function QueueFilters({ services, query, onChange }: Props) {
  const { text, language } = useTexts();
  const [typed, setTyped] = useState(query.q);
  useEffect(() => setTyped(query.q), [query.q]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    onChange({ q: typed.trim() });
  };
  return (
    <Flex gap={4} direction={{ initial: 'column', medium: 'row' }} alignItems={{ initial: 'stretch', medium: 'flex-end' }}>
      <Box flex="1">
        <FieldShell id="saring-layanan" label={text.queue.service}>
          <SingleSelect
            aria-label={text.queue.service}
            placeholder={text.queue.allServices}
            value={query.service}
            onChange={(value) => onChange({ service: String(value) })}
            onClear={() => onChange({ service: '' })}
            clearLabel={text.queue.allServices}
          >
            {services.map((service) => (
              <SingleSelectOption key={service.slug} value={service.slug}>
                {service.name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FieldShell>
      </Box>
      <Box flex="1">
        <FieldShell id="saring-status" label={text.queue.status}>
          <SingleSelect
            aria-label={text.queue.status}
            placeholder={text.queue.allStatuses}
            value={query.status}
            onChange={(value) => onChange({ status: CaseStatus.parse(value) })}
            onClear={() => onChange({ status: '' })}
            clearLabel={text.queue.allStatuses}
          >
            {CaseStatus.options.map((status) => (
              <SingleSelectOption key={status} value={status}>
                {caseText[language].status[status]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FieldShell>
      </Box>
      <Flex tag="form" role="search" onSubmit={find} gap={2} alignItems="flex-end" flex="1">
        <FieldShell id="cari-nomor" label={text.queue.search}>
          <TextInput
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={text.queue.searchHint}
            autoComplete="off"
          />
        </FieldShell>
        <Button type="submit" variant="secondary" size="L" startIcon={<Search />}>
          {text.queue.find}
        </Button>
      </Flex>
    </Flex>
  );
}
