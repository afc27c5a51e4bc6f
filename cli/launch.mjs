#!/usr/bin/env node
// The `crossdock` command for whatever Node a machine has: the hub's TypeScript needs Node 24, which its packages bring.
// So this file is plain JavaScript and uses nothing but Node itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const OLDEST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  await import('./crossdock.ts');
} else {
  const own = join(here, '..', 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(own)) {
    console.error(
      `crossdock: Node ${process.versions.node} is too old, ${OLDEST_NODE} is needed.\n  Run "npm ci" in ${dirname(here)}: it brings one.`,
    );
    process.exit(1);
  }
  const child = spawn(own, [join(here, 'crossdock.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by the terminal; a kill reaches only this process.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
