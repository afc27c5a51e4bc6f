import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/**
 * Builds the kit as the npm package `@crossdock/kit` in a folder, `dist/kit` by default: `npm run kit`, then
 * `npm pack ./dist/kit`. It depends on what its compiled files import, in the versions of this repository.
 */
const ROOT = join(import.meta.dirname, '..', '..', '..');
const out = process.argv[2] ?? join(ROOT, 'dist', 'kit');
const PACKAGE = join('connectors', 'kit', 'package');

rmSync(out, { recursive: true, force: true });
const compiler = join(ROOT, 'node_modules', '.bin', 'tsc');
const compiled = spawnSync(compiler, ['-p', join(ROOT, PACKAGE, 'tsconfig.json'), '--outDir', out], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(1);

const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => join(out, name));
for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
  // The compiler leaves the names of sources in declarations; outside of a checkout there are none.
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'));
}
const imported = new Set(
  files
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/from '((?:@[\w-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/g)])
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:') && !isBuiltin(name)),
);
const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
};
const dependencies = Object.fromEntries(
  [...imported].toSorted().map((name) => [name, root.dependencies[name] ?? missing(name)]),
);
const entry = (name: string) => ({ types: `./connectors/kit/${name}.d.ts`, default: `./connectors/kit/${name}.js` });
writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify(
    {
      name: '@crossdock/kit',
      version: root.version,
      description: 'Write, test and certify a connector for Crossdock.',
      license: root.license,
      type: 'module',
      engines: { node: '>=20' },
      exports: { '.': entry('index'), './testing': entry('testing') },
      bin: { 'crossdock-kit': './connectors/kit/package/command.js' },
      dependencies,
    },
    null,
    2,
  )}\n`,
);
chmodSync(join(out, 'connectors', 'kit', 'package', 'command.js'), 0o755);
copyFileSync(join(ROOT, 'LICENSE'), join(out, 'LICENSE'));
copyFileSync(join(ROOT, 'connectors', 'kit', 'TUTORIAL.md'), join(out, 'README.md'));
console.log(`@crossdock/kit ${root.version} is in ${out}`);

function missing(name: string): never {
  throw new Error(`${name} is imported by the kit and is no dependency`);
}
