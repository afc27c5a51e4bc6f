import { registerHooks } from 'node:module';

/** What opens connections, threads or processes, or looks into others. */
const DENIED = new Set(
  ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'inspector', 'inspector/promises']
    .concat(['child_process', 'cluster', 'worker_threads', 'wasi', 'repl'])
    .flatMap((name) => [name, `node:${name}`]),
);
const DENIED_GLOBALS = ['fetch', 'WebSocket', 'EventSource'] as const;

/**
 * From here on modules that reach the network cannot be loaded: a connector's calls go through the hub. A guard against
 * mistakes and careless packages, no sandbox: code that means harm finds ways around it.
 */
export function denyNetwork(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (!DENIED.has(specifier)) return next(specifier, context);
      throw new Error(`a connector may not use ${specifier}: it calls its system through io.http`);
    },
  });
  for (const name of DENIED_GLOBALS) Reflect.deleteProperty(globalThis, name);
}
