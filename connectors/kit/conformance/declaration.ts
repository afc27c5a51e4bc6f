import type { Write, WriteName } from '../connector.ts';
import { cursorRefusal } from '../cursor.ts';
import { always, type Check } from './check.ts';
import { unlessWrites } from './journey.ts';
import { unlessPulls } from './pulling.ts';
import { pullsOf } from './readers.ts';
import type { ConformanceSubject } from './subject.ts';

const simulator: Check = {
  id: 'declaration/samples',
  title: 'there is a simulator for what it calls, and a sample for everything that it can',
  protects: 'a capability that was never tried is not taken for one that works',
  inapplicable: always,
  problems({ subject }) {
    const { connector, startSimulator, pulls = {}, writes = {}, asks = {}, webhook } = subject;
    const names = Object.keys(connector.capabilities);
    const tried = new Set([...Object.keys(pulls), ...Object.keys(writes), ...Object.keys(asks)]);
    return [
      ...(names.length > 0 && !startSimulator ? ['no simulator'] : []),
      ...names.filter((name) => !tried.has(name)).map((name) => `no sample for ${name}`),
      ...(connector.webhook && !webhook ? ['no sample of a webhook'] : []),
    ];
  },
};

const MAX_TIMEOUT_MS = 120_000;

const limits: Check = {
  id: 'declaration/limits',
  title: "the vendor's limits and the longest wait are stated",
  protects: 'the hub is not shut out, and does not hang',
  inapplicable: always,
  problems({ subject }) {
    const { pacing, timeoutMs, apiVersion, docs } = subject.connector.manifest;
    return [
      ...Object.entries(pacing).flatMap(([name, value]) => (value > 0 ? [] : [`${name} is ${value}`])),
      ...(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS ? [] : [`a call may take ${timeoutMs} ms`]),
      ...(apiVersion === '' ? ['no version of the API'] : []),
      ...(docs === '' ? ['no documentation of the API'] : []),
    ];
  },
};

const SECRET_NAME = /secret|token|password|passphrase|api-?key|private-?key/i;

const secrets: Check = {
  id: 'declaration/secrets',
  title: 'every setting that is a secret by its name is declared as one',
  protects: 'it is sealed in the database and shown to nobody',
  inapplicable: always,
  problems({ subject }) {
    const { manifest } = subject.connector;
    const declared = new Set(manifest.secretSettings);
    const names = new Set([...settingNames(subject)]);
    return [...names].filter((name) => SECRET_NAME.test(name) && !declared.has(name)).map((name) => `${name} is not`);
  },
};

/** The names of all settings, from their schema where it is an object. */
function settingNames({ connector, webhook }: ConformanceSubject): readonly string[] {
  const { shape = {} } = connector.settings as { shape?: Readonly<Record<string, unknown>> };
  return [...Object.keys(shape), ...Object.keys(webhook?.settings ?? {})];
}

const hosts: Check = {
  id: 'declaration/hosts',
  title: 'the hosts that a connection may call are named, each by itself',
  protects: 'no setting and no answer leads the hub into the network that it stands in',
  inapplicable: ({ startSimulator }) => (startSimulator ? undefined : 'the connector makes no call'),
  async problems(lab) {
    const bench = await lab.calls();
    const named = lab.subject.connector.hosts(lab.subject.connector.settings.parse(bench.settings));
    const vague = named.filter((host) => !/^[a-z0-9.-]+(:\d+)?$/i.test(host));
    const isNamed = named.length > 0 || lab.subject.connector.servers !== undefined;
    return [...(isNamed ? [] : ['none is named']), ...vague.map((host) => `${host} is no host`)];
  },
};

const cursors: Check = {
  id: 'declaration/cursor',
  title: 'every pull says what its cursor is, and an id is none for records that change',
  protects: 'a change to an old record is found',
  inapplicable: unlessPulls,
  problems: ({ subject }) =>
    pullsOf(subject.connector).flatMap(([name, { cursor }]) => cursorRefusal(name, cursor) ?? []),
};

const MIN_SETTLE_MS = 1000;

const policies: Check = {
  id: 'declaration/write',
  title: 'every write says how a double is prevented, and how long the other side may commit late',
  protects: 'a timeout is not followed by a second order',
  inapplicable: unlessWrites,
  problems: ({ subject }) =>
    Object.entries(subject.connector.capabilities).flatMap(([name, capability]) => {
      const { duplicates } = capability as unknown as Partial<Write<unknown, unknown, unknown>>;
      if (duplicates?.mode !== 'lookupByRef' || (duplicates.settleMs ?? MIN_SETTLE_MS) >= MIN_SETTLE_MS) return [];
      return [`${name satisfies string as WriteName}: ${duplicates.settleMs} ms are no time to commit in`];
    }),
};

export const DECLARATION: readonly Check[] = [simulator, limits, secrets, hosts, cursors, policies];
