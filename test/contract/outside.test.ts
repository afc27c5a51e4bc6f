import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeRaw } from '../../connectors/kit/capabilities.ts';
import { certify } from '../../connectors/kit/testing.ts';
import { childCommand } from '../../connectors/outside/childCommand.ts';
import { loadOutside } from '../../connectors/outside/loadOutside.ts';
import { type OutsideConnector, outsideConnector } from '../../connectors/outside/outsideConnector.ts';
import { subjects } from '../../connectors/shopify/conformance.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('a connector in a child process passes every check that it passes in the hub', { timeout: 120_000 }, async () => {
  const { connector, close } = outsideConnector(childCommand(join(ROOT, 'connectors', 'shopify', 'index.ts')));
  const [apart, within] = [await certify(subjects.map((one) => ({ ...one, connector }))), await certify(subjects)];
  await close();
  expect(apart).toEqual(within);
  expect(apart.failed).toBe(0);
});

describe('a connector that misbehaves in its child process', () => {
  let outside: OutsideConnector;
  beforeAll(() => {
    const command = childCommand(join(ROOT, 'test', 'fixtures', 'outside', 'misbehaving.ts'));
    outside = outsideConnector({ ...command, patienceMs: 3000 });
  });
  afterAll(() => outside.close());
  const decode = (topic: string) => {
    const decoded = decodeRaw(outside.connector, topic, {});
    return decoded.ok ? undefined : decoded.error;
  };

  test.each(['reads-files', 'writes-files', 'starts-processes'])('is refused when it %s', (topic) => {
    expect(decode(topic)).toMatchObject({ kind: 'permanent', code: 'refused' });
  });

  test('finds no environment and no way to the network', () => {
    expect(decode('reads-environment')).toMatchObject({ code: 'got-through', message: '{}' });
    expect(decode('fetches')).toMatchObject({ code: 'got-through', message: '"undefined"' });
  });

  test.each(['hangs', 'ends', 'hoards', 'throws'])(
    'fails its own record when it %s, and goes on with the next',
    (topic) => {
      expect(decode(topic)).toMatchObject({ kind: 'retryable', code: 'connector-ended' });
      expect(decode('works')).toMatchObject({ code: 'got-through', message: '"fine"' });
    },
    30_000,
  );

  test('leaves a write in doubt when it ends in the middle of it', async () => {
    const { pushStock } = outside.connector.capabilities;
    const client = outside.connector.client({}, {} as never);
    const key = { reference: 'r', idempotencyKey: 'k' };
    const answer = await pushStock?.send(client, {}, key, AbortSignal.timeout(10_000));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'in-doubt', code: 'connector-ended' } });
  });
});

test('what is no package and what exports no connector is named, and keeps no other from starting', async () => {
  const good = join(ROOT, 'test', 'fixtures', 'outside', 'misbehaving.ts');
  const bad = join(ROOT, 'core', 'shared', 'ids.ts');
  const { loaded, problems } = loadOutside(['not-installed', './nowhere', bad, good], ROOT);
  expect(loaded.map(({ connector }) => connector.manifest.id)).toEqual(['misbehaving']);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('no package or file not-installed'),
    expect.stringContaining('no package or file ./nowhere'),
    expect.stringContaining('exports no connector'),
  ]);
  for (const { close } of loaded) await close();
});
