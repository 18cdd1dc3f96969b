/** The import table of ARCHITECTURE.md, held by `npm run check`. */
const folders = '^(server|web|ingest|db|tests|scripts)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'db-imports-no-other-folder',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: folders, pathNot: '^db/' },
    },
    {
      name: 'ingest-imports-db-only',
      severity: 'error',
      from: { path: '^ingest/' },
      to: { path: folders, pathNot: '^(ingest|db)/' },
    },
    {
      name: 'only-the-composition-roots-import-ingest',
      comment: 'server/main.ts puts the parts together; what it hands on is typed by ingest (types cost nothing)',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main\\.ts|cli/|compose/)' },
      to: { path: '^ingest/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-imports-no-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|tests|scripts)/' },
    },
    {
      name: 'web-imports-types-only',
      comment: 'pure formulas of server/kpi and words of db/vocabulary may be used by value; everything else by type',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: folders,
        pathNot: '^(web|server/kpi|db/vocabulary)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-browser-loads-no-validator',
      comment: 'zod is many times the size of a page; what the web uses by value is in files beside the schemas',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '(/schema\\.ts$|node_modules/zod/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-do-not-import-each-other',
      comment: 'lorawan is no adapter: what is inside the envelopes of network servers',
      severity: 'error',
      from: { path: '^ingest/adapters/([^/]+)/' },
      to: { path: '^ingest/adapters/([^/]+)/', pathNot: '^ingest/adapters/($1|lorawan)/' },
    },
    {
      name: 'kpi-is-pure',
      comment: 'arithmetic alone: no SQL, HTTP, clock or file',
      severity: 'error',
      from: { path: '^server/kpi/' },
      to: { pathNot: '^((server/kpi|db/vocabulary|db/rollup|db/time)/|node_modules/zod/)' },
    },
    {
      name: 'rollup-and-time-are-pure',
      severity: 'error',
      from: { path: '^db/(rollup|time|vocabulary)/' },
      to: { pathNot: '^(db/(rollup|time|vocabulary)/|node_modules/(temporal|@datadog/sketches-js/))' },
    },
    {
      name: 'sql-drivers-in-db-only',
      severity: 'error',
      from: { path: '^(server|ingest|web)/', pathNot: '^server/auth/' },
      to: { path: 'node_modules/(better-sqlite3|pg|drizzle-orm|drizzle-kit)/' },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { path: '^(server|ingest|web|db)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-development-packages-in-production',
      severity: 'error',
      from: { path: '^(server|ingest|db)/', pathNot: '\\.config\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'every-import-resolves', severity: 'error', from: { path: folders }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.svelte-kit/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
    },
  },
};
