import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm } from '@strapi/strapi/admin';
import { partNames } from '../../../core/definition/parts';
import { emptyPart } from '../../../core/definition/partSchemas';
import { asFailure, type CallFailure } from '../api/failure';
import { useDefinitionsApi } from '../api/useDefinitionsApi';
import { useTexts } from '../shared/useTexts';
import type { Finding } from './findings';
import type { Draft } from './references';

/** Milliseconds without a change after which the server is asked. */
const pause = 800;

export interface Findings {
  /** `unsaved` as long as the server does not know the service. */
  state: 'unsaved' | 'loading' | 'failed' | 'ready';
  /** Those of the last answer, also while a new one is awaited. */
  findings: readonly Finding[];
  failure: CallFailure | undefined;
  retry: () => void;
}

/** The last question and its answer: the editors of a page all ask the same at the same time, and one request is enough. */
let latest: { question: string; answer: Promise<Finding[]> } | undefined;

function askOnce(question: string, ask: () => Promise<Finding[]>): Promise<Finding[]> {
  if (latest?.question === question) return latest.answer;
  const answer = ask();
  latest = { question, answer };
  // A failure is not kept: whoever asks next tries again.
  answer.catch(() => {
    if (latest?.answer === answer) latest = undefined;
  });
  return answer;
}

type Values = Readonly<Record<string, unknown>>;

/** The parts as they stand in the form; one that cannot be read is left out, and the server takes the saved one. */
export function draftOf(values: object): Draft {
  const all = values as Values;
  return Object.fromEntries(partNames.filter((part) => typeof all[part] !== 'string').map((part) => [part, all[part] ?? emptyPart(part)]));
}

/** What the publish gate says about the unsaved parts, asked anew a moment after the last change. */
export function useFindings(enabled: boolean): Findings {
  const api = useDefinitionsApi();
  const { language } = useTexts();
  const values = useForm('Findings', (form) => form.values) as Values;
  const slug = useForm('Findings', (form) => ('slug' in form.initialValues ? form.initialValues.slug : undefined));
  const [current, setCurrent] = useState<Omit<Findings, 'retry'>>({ state: 'loading', findings: [], failure: undefined });
  const newest = useRef(0);
  const known = typeof slug === 'string' && slug !== '' && values.documentId !== undefined;

  const ask = useCallback(async () => {
    if (typeof slug !== 'string') return;
    const question = ++newest.current;
    const draft = draftOf(values);
    setCurrent((before) => ({ ...before, state: 'loading' }));
    try {
      const findings = await askOnce(`${slug} ${language} ${JSON.stringify(draft)}`, () => api.lint(slug, draft));
      if (question === newest.current) setCurrent({ state: 'ready', findings, failure: undefined });
    } catch (error) {
      if (question === newest.current) setCurrent((before) => ({ ...before, state: 'failed', failure: asFailure(error) }));
    }
  }, [slug, language, api, ...partNames.map((part) => values[part])]);

  useEffect(() => {
    if (!enabled || !known) return undefined;
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(timer);
      newest.current += 1;
    };
  }, [enabled, known, ask]);

  return { ...current, state: known ? current.state : 'unsaved', retry: () => void ask() };
}
