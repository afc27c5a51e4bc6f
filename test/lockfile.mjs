// Checks package-lock.json: every platform's optional packages are listed (npm ci refuses the file otherwise), no
// address of a registry is recorded, and every package with an install script is named in allowScripts.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const problems = [];
for (const name of Object.keys(manifest.optionalDependencies)) {
  if (!packages[`node_modules/${name}`])
    problems.push(`${name} is missing: delete node_modules and package-lock.json, then npm install`);
}
for (const [path, entry] of Object.entries(packages)) {
  const name = path.replace(/^.*node_modules\//, '');
  for (const optional of Object.keys(entry.optionalDependencies ?? {})) {
    const listed = packages[`${path}/node_modules/${optional}`] ?? packages[`node_modules/${optional}`];
    const nested = Object.keys(packages).some((p) => p.endsWith(`/node_modules/${optional}`));
    if (!listed && !nested)
      problems.push(`${optional}, optional package of ${name || 'the project'}, is missing from the lock file`);
  }
  if (entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/'))
    problems.push(`${name} is resolved from ${entry.resolved}`);
  if (entry.hasInstallScript && path !== '' && !(name in manifest.allowScripts))
    problems.push(`${name} has an install script and is not named in allowScripts`);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
