'use strict';

const plugin = '^plugins/maklumat';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two modules that need each other are one module, or share a third: move what both use there.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      comment:
        'core computes from its arguments. Give it the value (time, rows, files) as an argument and call the outside world in server/.',
      severity: 'error',
      from: { path: `${plugin}/core` },
      to: { pathNot: [`${plugin}/core`, '^node_modules/(zod|temporal-polyfill|temporal-spec|json-rules-engine|libphonenumber-js)/'] },
    },
    {
      name: 'one-rules-engine',
      comment:
        'json-rules-engine mutates rules and drops some when run twice at once. Call evaluateRules of core/rules/evaluate.ts, which keeps it safe.',
      severity: 'error',
      from: { pathNot: `${plugin}/core/rules/evaluate\\.ts$` },
      to: { path: '^node_modules/json-rules-engine/' },
    },
    {
      name: 'contracts-know-core-only',
      comment: 'A contract is a shape that clients read. Build the answer in server/services and let the contract describe it.',
      severity: 'error',
      from: { path: `${plugin}/contracts` },
      to: { pathNot: [`${plugin}/(contracts|core)`, '^node_modules/zod/'] },
    },
    {
      name: 'server-not-to-faces',
      comment: 'The server answers over REST. Move what admin or site share with it to core or contracts.',
      severity: 'error',
      from: { path: `${plugin}/server` },
      to: { path: [`${plugin}/admin`, '^site/', '^src/', '^config/', '^tests/', '^scripts/'] },
    },
    {
      name: 'faces-speak-rest',
      comment: 'Admin and site get data over REST. Import the shape from contracts and the pure function from core, and fetch the rest.',
      severity: 'error',
      from: { path: [`${plugin}/admin`, '^site/'] },
      to: { path: [`${plugin}/server`, '^src/', '^config/', '^tests/', '^scripts/'] },
    },
    {
      name: 'shell-reaches-the-plugin-by-uid',
      comment: 'The plugin is installed, not imported: use strapi.plugin("maklumat") or a configuration value.',
      severity: 'error',
      from: { path: '^(src|config)/' },
      to: { path: `${plugin}/` },
    },
    {
      name: 'routes-name-controllers',
      comment: 'A route names a controller by its contract; work belongs into a service that the controller calls.',
      severity: 'error',
      from: { path: `${plugin}/server/routes` },
      to: { path: `${plugin}/server/(services|repositories|jobs|adapters)` },
    },
    {
      name: 'controllers-call-services',
      comment: 'A controller parses, calls one service, replies. Put the query into a repository and let a service call it.',
      severity: 'error',
      from: { path: `${plugin}/server/controllers` },
      to: { path: `${plugin}/server/(repositories|routes|jobs)` },
    },
    {
      name: 'services-know-no-http',
      comment: 'A service is called by controllers, jobs and tests alike. Pass it parsed values, and throw a refusal instead of a status.',
      severity: 'error',
      from: { path: `${plugin}/server/services` },
      to: { path: `${plugin}/server/(controllers|routes|middlewares|policies)` },
    },
    {
      name: 'repositories-only-store',
      comment: 'A repository reads and writes rows. Decide in core, compose in a service, and hand the repository what to store.',
      severity: 'error',
      from: { path: `${plugin}/server/repositories` },
      to: { path: `${plugin}/server/(services|controllers|routes|jobs|middlewares|policies)` },
    },
    {
      name: 'product-knows-no-tests',
      comment: 'Builders of core/testing are for tests; the product makes its own values.',
      severity: 'error',
      from: { path: ['^(src|config|scripts|site)/', `${plugin}/(server|admin|contracts)`, `${plugin}/core/(?!testing)`] },
      to: { path: ['^tests/', `${plugin}/core/testing`] },
    },
    {
      name: 'no-unresolvable',
      comment: 'The module is not there: install the package exactly pinned, or mend the path.',
      severity: 'error',
      from: { pathNot: '^site/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that only another one brings can vanish with its next version: add it to package.json, exactly pinned.',
      severity: 'error',
      from: { pathNot: ['^site/', '^tests/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.svelte-kit)/' },
    tsPreCompilationDeps: true,
    // The plugin's and the site's packages are declared in the root as well.
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
