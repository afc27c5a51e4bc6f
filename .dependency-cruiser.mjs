/** Import boundaries. Each rule names its reason; `npm run boundaries` fails on any of them. */
const RUNTIME = '^(core|connectors|pipelines|store|api|boot|compose|cli)/';
const only = (name, lib, homes, why) => ({
  name: `only-${homes.join('-and-').replace(/\W+/g, '-')}-uses-${name}`,
  comment: why,
  severity: 'error',
  from: { path: RUNTIME, pathNot: homes.map((home) => `^${home}`) },
  to: { path: `node_modules/(${lib})(/|$)` },
});
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-cycles', 'A cycle hides an inverted dependency.', {}, { circular: true }),
    forbid('no-unresolved', 'A typo or a package missing from package.json.', {}, { couldNotResolve: true }),
    forbid(
      'no-dev-dependency-at-runtime',
      'Runtime code may not import a devDependency.',
      { path: RUNTIME },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'core-is-pure',
      'core imports nothing but core, zod in its documents and the index of roads: no Node built-in, no adapter.',
      { path: '^core/' },
      { pathNot: ['^core/', 'node_modules/(zod|flatbush)/'] },
    ),
    forbid(
      'zod-only-in-documents',
      'Inside core, schemas live in core/documents; the rest uses plain types.',
      { path: '^core/', pathNot: '^core/documents/' },
      { path: 'node_modules/zod/' },
    ),
    forbid(
      'shared-is-the-bottom',
      'core/shared may not know any slice.',
      { path: '^core/shared/' },
      { path: '^core/', pathNot: '^core/shared/' },
    ),
    forbid(
      'slices-meet-at-the-index',
      'A slice reaches another only through its index.',
      { path: '^core/([^/]+)/' },
      {
        path: '^core/[^/]+/',
        pathNot: ['^core/$1/', '^core/shared/', '^core/documents/', '^core/[^/]+/index[.]ts$'],
      },
    ),
    forbid(
      'connectors-know-core-documents-only',
      'A connector translates; it decides nothing and stores nothing.',
      { path: '^connectors/(?!registry)' },
      { path: '^(core/(?!shared/|documents)|pipelines|store|api|cli)' },
    ),
    forbid(
      'connectors-are-strangers',
      'One connector never imports another.',
      { path: '^connectors/(?!kit/)([^/]+)/' },
      { path: '^connectors/', pathNot: ['^connectors/$1/', '^connectors/kit/'] },
    ),
    forbid(
      'kit-knows-no-connector',
      'The kit serves connectors and depends on none.',
      { path: '^connectors/kit/' },
      { path: '^connectors/(?!kit/)' },
    ),
    forbid(
      'store-implements-ports',
      'Persistence sees core only.',
      { path: '^store/' },
      { path: '^(connectors|pipelines|api|cli)/' },
    ),
    forbid(
      'pipelines-use-ports',
      'Jobs get repositories through ports; only the composition root names store.',
      { path: '^pipelines/' },
      { path: '^(store|api|cli)/' },
    ),
    forbid(
      'api-is-an-edge',
      'Nothing imports the HTTP layer but the composition root.',
      { path: '^(core|connectors|pipelines|store)/' },
      { path: '^(api|cli)/' },
    ),
    forbid(
      'usecases-are-on-top',
      'Slices decide; use cases load, call them and store.',
      { path: '^core/(?!usecases/)' },
      { path: '^core/usecases/' },
    ),
    forbid(
      'slices-need-no-ports',
      'A decider is handed everything it needs.',
      { path: '^core/(?!usecases/|ports)' },
      { path: '^core/ports' },
    ),
    forbid(
      'api-sees-core-only',
      'Routes call use cases; the composition root hands them in.',
      { path: '^api/' },
      { path: '^(connectors|pipelines|store|cli)/' },
    ),
    forbid(
      'boot-is-the-ground',
      'Configuration, log and start steps reach the servers, and nothing of what then runs on them.',
      { path: '^boot/' },
      {
        path: '^(connectors|pipelines|store|api|compose|cli)',
        pathNot: [
          '^pipelines/queue/(backend|probeRedis|redisUrl)[.]ts$',
          '^store/(database|migrate|probeDatabase|private/openPrivatePostgres)[.]ts$',
        ],
      },
    ),
    forbid(
      'composition-is-the-root',
      'Only the entry points and tests see the parts put together.',
      { path: '^(core|connectors|pipelines|store|api|boot)/' },
      { path: '^compose' },
    ),
    forbid('cli-is-an-edge', 'Only main.ts calls the command line.', { path: RUNTIME, pathNot: '^cli/' }, { path: '^cli/' }),
    forbid('nothing-imports-tests', 'Test helpers stay in test.', { path: RUNTIME }, { path: '^test/' }),
    only('sequelize-and-pg', 'sequelize|pg|umzug', ['store/', 'compose/bench/'], 'The database stays behind the ports.'),
    only('bullmq-and-ioredis', 'bullmq|ioredis', ['pipelines/queue/'], 'Jobs are plain functions; one folder knows the queue.'),
    only(
      'hono',
      'hono|@hono',
      ['api/', 'connectors/[^/]+/(s|serveS)imulator', 'compose/bench/collector'],
      'HTTP stays at the edge, and in the simulators.',
    ),
    only('flatbush', 'flatbush', ['core/roads/'], 'A pure index of rectangles; one slice needs it.'),
    only('pbf', 'pbf', ['pipelines/roads/'], 'One place reads OpenStreetMap files.'),
    only('highs', 'highs', ['pipelines/sourcing/'], 'The independent solver stays behind its port.'),
    only('axios-and-xml2js', 'axios|xml2js', ['connectors/kit/'], 'One place for timeouts, pacing, redaction and safe XML options.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
