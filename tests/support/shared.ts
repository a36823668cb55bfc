/** The server that `globalSetup` started for the suites that need none of their own. */
export function sharedUrl(): string {
  return required('TEST_URL');
}

/** Connection string of the shared server's database. */
export function sharedDatabase(): string {
  return required('TEST_DATABASE');
}

function required(name: 'TEST_URL' | 'TEST_DATABASE'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the suite needs tests/support/globalSetup.ts`);
  return value;
}
