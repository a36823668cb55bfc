import { useEffect } from 'react';
import { Flex, Loader, Typography } from '@strapi/design-system';
import type { DeskCase } from '../../../contracts/desk';
import type { FieldMessages } from '../../../core/refusal';
import { usePublicApi } from '../api/usePublicApi';
import { areaOptionsFrom } from '../form/controls';
import { draftFrom } from '../form/draft';
import { ErrorSummary } from '../form/ErrorSummary';
import { FormFields } from '../form/FormFields';
import { FailureAlert } from '../shared/FailureAlert';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';
import type { ActionDraft } from './actionDraft';

interface Props {
  deskCase: DeskCase;
  supply: ActionDraft['supply'];
  onChange: (supply: ActionDraft['supply']) => void;
  errors: FieldMessages;
  message: string | undefined;
}

/** The form of the version under which the case was filed, holding the applicant's answers, to be completed on the applicant's behalf. */
export function SupplyFields({ deskCase, supply, onChange, errors, message }: Props) {
  const { text, language } = useTexts();
  const api = usePublicApi();
  const { service, version } = deskCase;
  const { load, reload } = useLoad(`${language} ${service.slug} ${version}`, () => api.service(service.slug, version));
  const form = load.state === 'ready' ? load.value.form : null;

  useEffect(() => {
    if (!form || supply) return;
    const before = draftFrom(form.definition, deskCase.answers);
    onChange({ form: form.definition, before, now: before });
  }, [form, supply, deskCase.answers, onChange]);

  if (load.state === 'failed') return <FailureAlert failure={load.failure} onRetry={() => void reload()} />;
  if (!form || !supply) {
    return (
      <Flex justifyContent="center" aria-busy>
        <Loader>{text.loading}</Loader>
      </Flex>
    );
  }
  const onForm = Object.fromEntries(Object.entries(errors).filter(([key]) => key !== 'supply'));
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography textColor="neutral600">{text.action.onBehalf}</Typography>
      {message && <Typography textColor="danger600">{message}</Typography>}
      <ErrorSummary form={supply.form} errors={onForm} />
      <FormFields
        form={supply.form}
        draft={supply.now}
        onChange={(now) => onChange({ ...supply, now })}
        errors={errors}
        context={{ areas: areaOptionsFrom(form.schema), zone: service.zoneLabel }}
      />
    </Flex>
  );
}
