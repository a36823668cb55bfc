import { useRef, useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Pagination, useNotification } from '@strapi/strapi/admin';
import type { VerificationRow } from '../../../contracts/verifications';
import { verificationText } from '../../../core/language/adminCitizens';
import { asFailure, type CallFailure } from '../api/failure';
import { useCitizensApi, type Decision, type Waiting } from '../api/useCitizensApi';
import { Empty } from '../shared/LoadedPage';
import { useTexts } from '../shared/useTexts';
import { ApplicantPanel } from './ApplicantPanel';
import { RefuseDialog, VerifyDialog } from './DecisionDialogs';

interface Props {
  waiting: Waiting;
  /** Loads the list again, since somebody is off it or has changed. */
  onDecided: () => Promise<void>;
}

/** What became of an applicant about whom nothing can be decided any more as they were shown; undefined for any other failure. */
function tooLate({ kind }: CallFailure): 'decided' | 'erased' | 'corrected' | undefined {
  if (kind === 'command-not-open') return 'decided';
  if (kind === 'not-found') return 'erased';
  return kind === 'stale-sequence' ? 'corrected' : undefined;
}

/** One page of the queue, with the dialogs in which each is decided about. */
export function WaitingList({ waiting: { data, meta }, onDecided }: Props) {
  const { language } = useTexts();
  const text = verificationText[language];
  const api = useCitizensApi();
  const { toggleNotification } = useNotification();
  const [asked, setAsked] = useState<{ applicant: VerificationRow; decision: Decision['decision'] }>();
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ id: string; failure: CallFailure }>();
  const summary = useRef<HTMLDivElement>(null);
  const failureOf = ({ id }: VerificationRow): CallFailure | undefined => (failed?.id === id ? failed.failure : undefined);

  function ask(applicant: VerificationRow, decision: Decision['decision']): void {
    setFailed(undefined);
    setAsked({ applicant, decision });
  }

  /** The button that had the focus goes with its applicant; whoever uses the keyboard goes on from the head of the list. */
  async function leave(): Promise<void> {
    setAsked(undefined);
    await onDecided();
    summary.current?.focus();
  }

  async function decide({ id, name }: VerificationRow, decision: Decision): Promise<void> {
    setSending(true);
    setFailed(undefined);
    try {
      await api.decide(id, decision);
      toggleNotification({ type: 'success', message: decision.decision === 'verify' ? text.verified(name) : text.refused(name) });
      await leave();
    } catch (error) {
      const failure = asFailure(error);
      const late = tooLate(failure);
      if (late === undefined) setFailed({ id, failure });
      else {
        toggleNotification({ type: 'warning', message: text.tooLate[late] });
        await leave();
      }
    }
    setSending(false);
  }

  const closeDialog = (): void => setAsked(undefined);
  const verify = (applicant: VerificationRow): void => {
    closeDialog();
    void decide(applicant, { decision: 'verify', revision: applicant.revision });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{text.recorded}</Typography>
      <Box ref={summary} tabIndex={-1} role="status">
        {meta.pagination.total === 0 ? (
          <Empty content={text.empty} />
        ) : (
          <Typography fontWeight="bold">{text.waiting(meta.pagination.total)}</Typography>
        )}
      </Box>
      {data.map((applicant) => (
        <ApplicantPanel
          key={applicant.id}
          applicant={applicant}
          sending={sending}
          failure={asked ? undefined : failureOf(applicant)}
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
          failure={failureOf(asked.applicant)}
          onCancel={closeDialog}
          onRefuse={(reason) => void decide(asked.applicant, { decision: 'refuse', reason, revision: asked.applicant.revision })}
        />
      )}
    </Flex>
  );
}
