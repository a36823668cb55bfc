import type { FormEvent } from 'react';
import { Box, Button, Flex, TextInput } from '@strapi/design-system';
import type { Service } from '../../../contracts/services';
import type { Registered } from '../api/useDeskApi';
import { areaOptionsFrom, controlId } from '../form/controls';
import { ErrorSummary } from '../form/ErrorSummary';
import { FieldShell } from '../form/FieldShell';
import { FormFields } from '../form/FormFields';
import { FailureAlert } from '../shared/FailureAlert';
import { useTexts } from '../shared/useTexts';
import { receivedKey, useRegistration } from './useRegistration';

interface Props {
  service: Service & { form: NonNullable<Service['form']> };
  onRegistered: (registered: Registered) => void;
}

/** The service's own form with the time of receipt before it. The server checks everything; this page only shows what it says. */
export function CounterForm({ service, onRegistered }: Props) {
  const { text } = useTexts();
  const { draft, setDraft, receivedAt, setReceivedAt, errors, failure, sending, submit } = useRegistration(service, onRegistered);
  const context = { areas: areaOptionsFrom(service.form.schema), zone: service.agency.zoneLabel };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <Box tag="form" noValidate onSubmit={send} background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 8 }}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <ErrorSummary form={service.form.definition} errors={errors} labels={{ [receivedKey]: text.counter.receivedAt }} />
        {failure && Object.keys(failure.fields).length === 0 && <FailureAlert failure={failure} />}
        <FieldShell
          id={controlId(receivedKey)}
          label={text.counter.receivedAt}
          hint={text.counter.receivedHint(service.agency.zoneLabel)}
          error={errors[receivedKey]?.join(' ')}
          required
        >
          <TextInput type="datetime-local" value={receivedAt} onChange={(event) => setReceivedAt(event.target.value)} />
        </FieldShell>
        <FormFields form={service.form.definition} draft={draft} onChange={setDraft} errors={errors} context={context} />
        <Flex>
          <Button type="submit" size="L" loading={sending}>
            {text.counter.submit}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
