import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Pagination, useNotification } from '@strapi/strapi/admin';
import type { VerificationRow } from '../../../contracts/verifications';
import { verificationText } from '../../../core/language/adminCitizens';
import { asFailure, type CallFailure } from '../api/failure';
import { useCitizensApi, type Decision, type Waiting } from '../api/useCitizensApi';
import { FailureAlert } from '../shared/FailureAlert';
import { Empty } from '../shared/LoadedPage';
import { useTexts } from '../shared/useTexts';
import { ApplicantPanel } from './ApplicantPanel';
import { RefuseDialog, VerifyDialog } from './DecisionDialogs';

interface Props {
  waiting: Waiting;
  /** Somebody is off the list. */
  onDecided: () => void;
}

export function WaitingList({ waiting: { data, meta }, onDecided }: Props) {
  const { language } = useTexts();
  const text = verificationText[language];
  const api = useCitizensApi();
  const { toggleNotification } = useNotification();
  const [asked, setAsked] = useState<{ applicant: VerificationRow; decision: Decision['decision'] }>();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();

  function ask(applicant: VerificationRow, decision: Decision['decision']): void {
    setFailure(undefined);
    setAsked({ applicant, decision });
  }

  async function decide({ id, name }: VerificationRow, decision: Decision): Promise<void> {
    setSending(true);
    setFailure(undefined);
    try {
      await api.decide(id, decision);
      setAsked(undefined);
      toggleNotification({ type: 'success', message: decision.decision === 'verify' ? text.verified(name) : text.refused(name) });
      onDecided();
    } catch (error) {
      const failed = asFailure(error);
      if (failed.kind === 'command-not-open' || failed.kind === 'not-found') {
        setAsked(undefined);
        toggleNotification({ type: 'warning', message: text.decidedElsewhere });
        onDecided();
      } else setFailure(failed);
    }
    setSending(false);
  }

  const closeDialog = (): void => setAsked(undefined);
  const verify = (applicant: VerificationRow): void => {
    closeDialog();
    void decide(applicant, { decision: 'verify' });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{text.recorded}</Typography>
      {data.length === 0 && <Empty content={text.empty} />}
      {data.length > 0 && (
        <Typography role="status" fontWeight="bold">
          {text.waiting(meta.pagination.total)}
        </Typography>
      )}
      {failure && !asked && <FailureAlert failure={failure} />}
      {data.map((applicant) => (
        <ApplicantPanel
          key={applicant.id}
          applicant={applicant}
          sending={sending}
          onVerify={() => ask(applicant, 'verify')}
          onRefuse={() => ask(applicant, 'refuse')}
        />
      ))}
      {meta.pagination.pageCount > 1 && (
        <Pagination.Root {...meta.pagination} defaultPageSize={meta.pagination.pageSize}>
          <Pagination.Links />
        </Pagination.Root>
      )}
      {asked?.decision === 'verify' && (
        <VerifyDialog name={asked.applicant.name} onCancel={closeDialog} onVerify={() => verify(asked.applicant)} />
      )}
      {asked?.decision === 'refuse' && (
        <RefuseDialog
          name={asked.applicant.name}
          sending={sending}
          failure={failure}
          onCancel={closeDialog}
          onRefuse={(reason) => void decide(asked.applicant, { decision: 'refuse', reason })}
        />
      )}
    </Flex>
  );
}
