import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noClockNoChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core knows no clock: take the instant as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'core knows no clock: take the instant as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'core knows no clock: take the instant as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'core knows no chance: take the value as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'core knows no clock: take the instant as an argument.' },
];

const noSkippedTests = [
  {
    selector: 'CallExpression > MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|failing)$/]',
    message: 'A test runs or is deleted; put the reason into an issue.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xdescribe|xit|xtest|fdescribe|fit)$/]',
    message: 'A test runs or is deleted; put the reason into an issue.',
  },
];

const typed = {
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
};

export default defineConfig(
  { ignores: ['dist/', 'site/build/', 'site/.svelte-kit/', '.data/', '.cache/', '.strapi/', 'coverage/', 'types/generated/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    ...typed,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A service is an object of functions with one shape, sync or async; awaiting a sync one is not an error.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/ban-ts-comment': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['plugins/maklumat/core/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClockNoChance] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noSkippedTests],
      // supertest and pg answer with bodies that the test itself gives a shape.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['site/**/*.svelte', 'site/**/*.svelte.ts'],
    extends: [svelte.configs.recommended],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Pages ship no router: every link is a plain one from the root of the site, which has no base path.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  // On the server the site has no logger of Strapi's; standard error is where its process looks.
  { files: ['site/src/**/*.ts'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
);
