import { type Plan, titleOf } from './plan.ts';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** What makes a connector an npm package of its own, compiled by TypeScript. */
export function packageFiles(plan: Plan): readonly (readonly [string, string])[] {
  const manifest = {
    name: `crossdock-${plan.id}`,
    version: '0.1.0',
    description: `${titleOf(plan)} for Crossdock`,
    type: 'module',
    exports: './dist/index.js',
    files: ['dist', 'certification.json'],
    scripts: {
      build: 'tsc',
      certify: 'tsc && crossdock-kit certify --write',
      simulate: 'tsc && crossdock-kit simulate',
    },
    dependencies: { '@crossdock/kit': '^0.1.0' },
    devDependencies: { '@types/node': '^24.0.0', typescript: '^5.9.0 || ^6.0.0 || ^7.0.0' },
  };
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    rootDir: '.',
    outDir: 'dist',
  };
  return [
    ['package.json', json(manifest)],
    ['tsconfig.json', json({ compilerOptions, include: ['*.ts'] })],
    ['.gitignore', 'node_modules/\ndist/\n'],
  ];
}
