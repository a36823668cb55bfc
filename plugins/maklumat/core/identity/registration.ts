import { allowanceEnds } from '../calendar/allowance';
import type { Calendar } from '../calendar/schema';
import type { Allowance } from '../definition/procedure';

/**
 * Screens of a registration. Which step of the published procedure is done on which screen is content (Pendaftaran akun, langkah), so that its
 * allowances can be measured. Source: seeds/000 steps 1–10.
 */
export const registrationStages = ['install', 'open', 'residency', 'phone', 'password', 'otp', 'nik', 'identity', 'done', 'login'] as const;
export type RegistrationStage = (typeof registrationStages)[number];

/** When a screen was come to and left; ISO instants. */
export interface StageTime {
  stage: RegistrationStage;
  startedAt: string;
  finishedAt?: string | undefined;
}

/** The screen after one that was done; only residents of the city have a NIK step. Source: domain.md §1.10, step 7. */
export function stageAfter(stage: 'otp' | 'nik', residency: 'city' | 'outside'): 'nik' | 'identity' {
  return stage === 'otp' && residency === 'city' ? 'nik' : 'identity';
}

/** Notes that one screen was left and the next come to at `now`; a screen that was come to before keeps its first beginning. */
export function moveOn(times: readonly StageTime[], from: RegistrationStage, to: RegistrationStage, now: string): StageTime[] {
  const left = times.map((time) => (time.stage === from && time.finishedAt === undefined ? { ...time, finishedAt: now } : time));
  return left.some(({ stage }) => stage === to) ? left : [...left, { stage: to, startedAt: now }];
}

export interface ShownStep {
  stage: RegistrationStage | null;
  number: number;
  title: string;
  output?: string;
  allowance?: Allowance;
  state: 'done' | 'current' | 'ahead' | 'skipped';
  startedAt?: string;
  finishedAt?: string;
  overrun?: boolean;
}

/** The steps of the published procedure with what is known of their times. Overrunning an allowance is told and stops nothing. Source: domain.md §1.10. */
export function registrationSteps(input: {
  steps: readonly { key: string; title: string; output?: string | undefined; allowance?: Allowance | undefined }[];
  stages: readonly { stage: RegistrationStage; step: string }[];
  times: readonly StageTime[];
  residency: 'city' | 'outside' | null;
  calendar: Calendar;
  now: string;
}): ShownStep[] {
  const { steps, stages, times, residency, calendar, now } = input;
  return steps.map(({ key, title, output, allowance }, index) => {
    const stage = stages.find(({ step }) => step === key)?.stage ?? null;
    const time = times.find((candidate) => candidate.stage === stage);
    const skipped = stage === 'nik' && residency === 'outside';
    const until = time && allowance && allowanceEnds(calendar, time.startedAt, allowance, true);
    return {
      stage,
      number: index + 1,
      title,
      ...(output === undefined ? {} : { output }),
      ...(allowance === undefined ? {} : { allowance }),
      state: skipped ? 'skipped' : time === undefined ? 'ahead' : time.finishedAt === undefined ? 'current' : 'done',
      ...(time === undefined ? {} : { startedAt: time.startedAt }),
      ...(time?.finishedAt === undefined ? {} : { finishedAt: time.finishedAt }),
      ...(until === undefined ? {} : { overrun: Date.parse(time?.finishedAt ?? now) > Date.parse(until) }),
    };
  });
}
