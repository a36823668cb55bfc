import type { Core } from '@strapi/strapi';
import { nextEscalation } from '../../core/case/escalation';
import { caseDeadline, project } from '../../core/case/view';
import { findEscalating, refreshProjection } from '../repositories/cases';
import { database } from '../repositories/database';
import type { App } from '../services/app';
import { record, save, type Draft } from '../services/effects';
import { changeCase } from './changes';

/** Cases taken up in one round; the rest waits for the next. */
const batch = 200;

async function escalate(draft: Draft): Promise<void> {
  const { context, state } = draft;
  const next = nextEscalation(context.definition, state, caseDeadline(state, context).at);
  if (!next || Date.parse(next.at) > Date.parse(context.now)) {
    await refreshProjection(draft.db, draft.caseId, state.sequence, project(state, context));
    return;
  }
  const { rule, position, after, message } = next.escalation;
  record(draft, { kind: 'system' }, { type: 'escalated', rule, position, after });
  if (message !== undefined) draft.notices.push({ message, to: position });
  await save(draft, state.sequence);
}

/** Reports late cases to those whom the rules name; a case with several reports due gets the next one on the next round. */
async function escalateCases(app: App): Promise<void> {
  const rows = await findEscalating(database(app.strapi), app.now(), batch);
  for (const row of rows) await changeCase(app, row.number, escalate);
}

/**
 * Looks every 20 seconds for reports that have fallen due. By Strapi's cron and not the job queue, because what is due stands in the cases themselves: every
 * process may look, and whoever writes first has made the report.
 */
export function watchDeadlines(strapi: Core.Strapi, app: App): void {
  const task = () => escalateCases(app).catch((error: unknown) => strapi.log.error(error));
  strapi.cron.add({ 'maklumat-escalations': { task, options: { rule: '*/20 * * * * *' } } });
}
