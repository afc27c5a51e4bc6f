// Installs the exact packages of package-lock.json before `npm start` and `npm test`, and only when they changed.
// It runs on whatever Node the machine has, so it uses nothing but Node itself.
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
