// Installs the exact packages of package-lock.json before `npm start` and `npm test`, and only when they changed.
// Then sees to it that what follows runs on Node 24. It runs on whatever Node the machine has, so it uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const stamp = join(root, 'node_modules', '.crossdock-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('crossdock: installing packages (npm ci), about half a minute the first time …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: '', npm_config_ignore_scripts: 'false' },
  });
  if (done.status !== 0) {
    console.error('crossdock: npm ci failed, see above. Check that the package registry is reachable, then run again.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

// npm puts the Node that the packages bring before any other; without it, the machine's own would have to do.
const OLDEST_NODE = 24;
const binary = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const own = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout;
const version = own?.trim().slice(1) || process.versions.node;
if (Number.parseInt(version, 10) < OLDEST_NODE) {
  console.error(
    `crossdock: Node ${version} is too old, ${OLDEST_NODE} is needed, and the one that the package "node" brings did not get installed.\n  Run "npm rebuild node" where npm may run install scripts, or install Node ${OLDEST_NODE}.`,
  );
  process.exit(1);
}
