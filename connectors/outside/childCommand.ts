import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { BridgeData } from './protocol.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HOST = join(import.meta.dirname, 'host.ts');
/** More memory than this ends the child. */
const MAX_HEAP_MB = 256;

/**
 * How the child of a connector's file is run: with Node's permission model, so that it reads code and nothing else, writes
 * nothing and starts nothing; with no environment, and with a memory limit.
 */
export function childCommand(file: string): Omit<BridgeData, 'signal'> {
  const real = realpathSync(file);
  const folders = ['connectors', 'core', 'node_modules', 'package.json'].map((name) => join(ROOT, name));
  const wanted = [...folders, ...codeFoldersOf(real), ...codeFoldersOf(file)].filter(existsSync);
  // What is linked into place is read where it lies.
  const readable = new Set(wanted.flatMap((path) => [path, realpathSync(path)]));
  return {
    command: process.execPath,
    args: [
      '--permission',
      ...[...readable].map((path) => `--allow-fs-read=${path}`),
      `--max-old-space-size=${MAX_HEAP_MB}`,
      '--disable-warning=ExperimentalWarning',
      HOST,
      real,
    ],
  };
}

/** Where a file's own code and the packages beside it lie: the outermost `node_modules` above it, else its package. */
function codeFoldersOf(file: string): readonly string[] {
  const parts = file.split(sep);
  const at = parts.indexOf('node_modules');
  if (at >= 0) return [parts.slice(0, at + 1).join(sep)];
  const folders: string[] = [];
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')))
      folders.push(...(folders.length === 0 ? [folder] : []), join(folder, 'package.json'));
    if (existsSync(join(folder, 'node_modules'))) folders.push(join(folder, 'node_modules'));
  }
  return folders.length > 0 ? folders : [dirname(file)];
}
