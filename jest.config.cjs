'use strict';

const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/', '<rootDir>/site/'],
};
/** Suites that talk to a server; globalSetup starts PostgreSQL and one application for all of them. */
const withServer = {
  ...shared,
  globalSetup: '<rootDir>/tests/support/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  reporters: ['default', 'summary', '<rootDir>/tests/support/reporter.cjs'],
  testTimeout: 120_000,
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'core', testMatch: ['<rootDir>/tests/core/**/*.test.ts'] },
    { ...withServer, displayName: 'api', testMatch: ['<rootDir>/tests/api/**/*.test.ts'] },
    { ...withServer, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
    { ...withServer, displayName: 'faults', testMatch: ['<rootDir>/tests/faults/**/*.test.ts'] },
  ],
};
