/** The server that `globalSetup` started for the suites that need none of their own. */
export function sharedUrl(): string {
  const url = process.env.TEST_URL;
  if (url === undefined) throw new Error('TEST_URL is not set: the suite needs tests/support/globalSetup.ts');
  return url;
}
