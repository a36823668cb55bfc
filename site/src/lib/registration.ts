import type { Registration, RegistrationStep } from '$contracts/registrations';
import type { Allowance } from '$core/definition/procedure';
import type { RegistrationStage } from '$core/identity/registration';

/** A screen that was done before the server had the registration: from when until when, ISO instants. */
export interface Progress {
  stage: RegistrationStage;
  startedAt: string;
  finishedAt: string;
}

/** Where a registration that the server holds goes on. */
export const stagePaths = {
  otp: '/daftar/kode',
  nik: '/daftar/nik',
  identity: '/daftar/identitas',
  done: '/daftar/berhasil',
} as const satisfies Record<Registration['stage'], string>;

const secondsIn: Partial<Record<Allowance['unit'], number>> = { seconds: 1, minutes: 60, hours: 3_600, clockHours: 3_600 };

/** Whole seconds, at least one, that a step took; undefined while it is not done. */
export function secondsTaken({ startedAt, finishedAt }: Pick<RegistrationStep, 'startedAt' | 'finishedAt'>): number | undefined {
  if (startedAt === undefined || finishedAt === undefined) return undefined;
  return Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000));
}

/** The steps of the procedure with what the visitor did of them so far, as the server will show them once it has the registration. */
export function stepsSoFar(
  steps: readonly RegistrationStep[],
  current: RegistrationStage,
  progress: readonly Progress[],
  residency: string | undefined,
): RegistrationStep[] {
  const here = steps.findIndex(({ stage }) => stage === current);
  return steps.map((step, index) => {
    const done = progress.find(({ stage }) => stage === step.stage);
    if (index === here) return { ...step, state: 'current' };
    if (step.stage === 'nik' && residency === 'outside') return { ...step, state: 'skipped' };
    if (!done || index > here) return { ...step, state: index < here ? 'skipped' : 'ahead' };
    const { startedAt, finishedAt } = done;
    const allowed = step.allowance && (secondsIn[step.allowance.unit] ?? Infinity) * step.allowance.amount;
    const overrun = allowed !== undefined && (secondsTaken(done) ?? 0) > allowed;
    return { ...step, state: 'done', startedAt, finishedAt, overrun };
  });
}
