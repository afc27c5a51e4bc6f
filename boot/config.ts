import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../core/shared/result.ts';
import { parseRedisUrl } from '../pipelines/queue/redisUrl.ts';
import type { Problem } from './problem.ts';
import { parseSecretKeys } from './secretKey.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The configuration of one process, checked. It holds secrets: never log it whole. */
export type Config = {
  /** Absent: the hub runs a PostgreSQL of its own in the data directory. */
  readonly databaseUrl: string | undefined;
  /** Absent: the queues live in PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly host: string;
  /** 0 takes any free port. Absent: DEFAULT_PORT for a process with an API, and none for a worker. */
  readonly port: number | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Absent: a key is kept in the data directory. */
  readonly secretKeys: ReadonlyMap<number, Uint8Array> | undefined;
  /** How others reach this hub, without a slash at the end; absent: `http://host:port`. */
  readonly publicUrl: string | undefined;
  /** How often connections are read and shipments are asked about. Absent: the hub's own pace. */
  readonly pullEveryMs: number | undefined;
  readonly trackEveryMs: number | undefined;
  /** Messages that would wait longer than this are refused for now. Absent: the hub's own limit. */
  readonly admitSeconds: number | undefined;
  /** Connectors from outside this repository: npm packages, or paths. */
  readonly connectors: readonly string[];
  /** Absent: `info` for a hub, `warn` for a command. */
  readonly logLevel: LogLevel | undefined;
};

export const DEFAULT_PORT = 8080;

export type Environment = { readonly [name: string]: string | undefined };
/** What a command line says over the environment. */
export type ConfigOverrides = { readonly dataDir?: string | undefined; readonly port?: number | undefined };

const text = z.string().trim();

const databaseUrl = text.refine(
  (value) => {
    const url = URL.parse(value);
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  },
  { error: 'is not postgres://user:password@host:5432/database' },
);
const redisUrl = text.refine(isRedisUrl, {
  error: 'is not redis://host:6379, rediss://…, redis+sentinel://a:26379,b:26379/name or redis+cluster://a:6379,b:6379',
});
const port = text
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const seconds = text.transform(Number).pipe(z.number('is not a number of seconds').min(0.1).max(86_400));
const secretKeys = text.transform((value, context) => {
  const keys = parseSecretKeys(value);
  if (keys) return keys;
  context.addIssue('is not 32 bytes in hex or base64');
  return z.NEVER;
});
const publicUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http or https address' })
  .transform((value) => value.replace(/\/+$/, ''));

const SCHEMA = z.object({
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  HOST: text.regex(/^[\w.:-]+$/, { error: 'is not a host name or address' }).default('127.0.0.1'),
  PORT: port.optional(),
  CROSSDOCK_DATA: text.default('.crossdock'),
  CROSSDOCK_SECRET_KEY: secretKeys.optional(),
  CROSSDOCK_PUBLIC_URL: publicUrl.optional(),
  CROSSDOCK_PULL_SECONDS: seconds.optional(),
  CROSSDOCK_TRACK_SECONDS: seconds.optional(),
  CROSSDOCK_ADMIT_SECONDS: seconds.optional(),
  CROSSDOCK_CONNECTORS: text.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is not one of ${LOG_LEVELS.join(', ')}` }).optional(),
});
type Name = keyof typeof SCHEMA.shape;

const NEXT: Record<Name, string> = {
  DATABASE_URL: 'Set it to the address of a PostgreSQL database, or unset it for the PostgreSQL that the hub brings.',
  REDIS_URL: 'Set it to the address of a Redis, or unset it to keep the queues in PostgreSQL.',
  HOST: 'Set it to 127.0.0.1, or to 0.0.0.0 to be reached from other machines.',
  PORT: 'Set it to a number from 0 to 65535, such as PORT=8080; 0 takes any free port.',
  CROSSDOCK_DATA: 'Set it to a directory, such as CROSSDOCK_DATA=.crossdock.',
  CROSSDOCK_SECRET_KEY: 'Make one with: openssl rand -hex 32. Several are written 2:NEWER,1:OLDER.',
  CROSSDOCK_PUBLIC_URL: 'Set it to the address under which others reach the hub, such as https://hub.example.com.',
  CROSSDOCK_PULL_SECONDS: 'Set it to seconds from 0.1 to 86400, such as CROSSDOCK_PULL_SECONDS=60.',
  CROSSDOCK_TRACK_SECONDS: 'Set it to seconds from 0.1 to 86400, such as CROSSDOCK_TRACK_SECONDS=900.',
  CROSSDOCK_ADMIT_SECONDS: 'Set it to seconds from 0.1 to 86400, such as CROSSDOCK_ADMIT_SECONDS=900.',
  CROSSDOCK_CONNECTORS: 'Set it to names of packages or paths with commas between, such as crossdock-acme,./acme.',
  LOG_LEVEL: 'Set it to info, or to debug to see more.',
};
/** Wrong values of these are not repeated: they are or may hold secrets. */
const SECRET: ReadonlySet<string> = new Set<Name>(['DATABASE_URL', 'REDIS_URL', 'CROSSDOCK_SECRET_KEY']);

/** The variables that configure the hub. */
export const CONFIG_NAMES: readonly string[] = Object.keys(SCHEMA.shape);

/** Checks the environment; an empty variable counts as absent. The error lists every problem, each with its next step. */
export function readConfig(
  environment: Environment,
  overrides: ConfigOverrides = {},
): Result<Config, readonly Problem[]> {
  const given = CONFIG_NAMES.map((name) => [name, environment[name]] as const).filter(([, value]) => value?.trim());
  const parsed = SCHEMA.safeParse(Object.fromEntries(given));
  if (!parsed.success) return err(problemsOf(parsed.error, environment));
  const { data } = parsed;
  return ok({
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    host: data.HOST,
    port: overrides.port ?? data.PORT,
    dataDir: resolve(overrides.dataDir ?? data.CROSSDOCK_DATA),
    secretKeys: data.CROSSDOCK_SECRET_KEY,
    publicUrl: data.CROSSDOCK_PUBLIC_URL,
    pullEveryMs: data.CROSSDOCK_PULL_SECONDS && data.CROSSDOCK_PULL_SECONDS * 1000,
    trackEveryMs: data.CROSSDOCK_TRACK_SECONDS && data.CROSSDOCK_TRACK_SECONDS * 1000,
    admitSeconds: data.CROSSDOCK_ADMIT_SECONDS,
    connectors: (data.CROSSDOCK_CONNECTORS ?? '').split(',').flatMap((name) => name.trim() || []),
    logLevel: data.LOG_LEVEL,
  });
}

function problemsOf(error: z.ZodError, environment: Environment): readonly Problem[] {
  const first = new Map(error.issues.map((issue) => [issue.path[0], issue] as const).reverse());
  return CONFIG_NAMES.flatMap((name) => {
    const issue = first.get(name);
    if (!issue) return [];
    const what = name === 'PORT' ? 'is not a port number' : issue.message;
    const shown = SECRET.has(name) ? name : `${name}="${environment[name]}"`;
    return [{ code: 'configuration', message: `${shown} ${what}.`, next: NEXT[name as Name] }];
  });
}

function isRedisUrl(value: string): boolean {
  try {
    parseRedisUrl(value);
    return true;
  } catch {
    return false;
  }
}

/** Adds the variables of a `.env` file to this process; those that are set already stay. Answers whether there was one. */
export function loadDotEnv(path = '.env'): boolean {
  if (!existsSync(path)) return false;
  process.loadEnvFile(path);
  return true;
}
