import { existsSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NoAnswer } from './channel.ts';
import { childCommand } from './childCommand.ts';
import { type OutsideConnector, outsideConnector } from './outsideConnector.ts';

/** A connector from outside this repository by the name it was given, and its package's folder, where its certificate is. */
export type LoadedConnector = OutsideConnector & { readonly name: string; readonly folder: string };
export type LoadedConnectors = {
  readonly loaded: readonly LoadedConnector[];
  readonly problems: readonly { readonly name: string; readonly message: string }[];
};

/**
 * Starts the connectors that are named: npm packages as a program in `from` would import them, or paths. One that cannot
 * be used is a problem and stops no other.
 */
export function loadOutside(names: readonly string[], from: string): LoadedConnectors {
  const loaded: LoadedConnector[] = [];
  const problems: { name: string; message: string }[] = [];
  for (const name of names) {
    const place = placeOf(name, from);
    if (!place) {
      problems.push({ name, message: `there is no package or file ${name} at ${from}` });
      continue;
    }
    try {
      loaded.push({ ...outsideConnector(childCommand(place.file)), name, folder: place.folder });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      problems.push({ name, message: error.message });
    }
  }
  return { loaded, problems };
}

type Place = { readonly file: string; readonly folder: string };

function placeOf(name: string, from: string): Place | undefined {
  if (!/^\.|^\/|^[A-Za-z]:[\\/]/.test(name)) {
    const found = findPackage(name, from);
    return found === undefined ? undefined : entryOf(dirname(found));
  }
  const path = resolve(from, name);
  if (!existsSync(path)) return undefined;
  return statSync(path).isDirectory() ? entryOf(path) : { file: path, folder: dirname(path) };
}

function findPackage(name: string, from: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(join(from, 'package.json')).href);
  } catch {
    return undefined;
  }
}

type PackageJson = { readonly main?: string; readonly exports?: unknown };

/** The file that an import of a package's own name runs. */
function entryOf(folder: string): Place | undefined {
  const json = join(folder, 'package.json');
  const { main, exports } = (existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : {}) as PackageJson;
  const file = resolve(folder, importedBy(exports) ?? main ?? 'index.js');
  return existsSync(file) ? { file, folder } : undefined;
}

/** Of the conditions of `exports`, what an import takes. */
function importedBy(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const conditions = exports as Readonly<Record<string, unknown>>;
  return importedBy(conditions['.'] ?? conditions['import'] ?? conditions['node'] ?? conditions['default']);
}
