import { describe, expect, test } from 'vitest';
import type { RawRequest } from '../../../connectors/kit/connector.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { settingsOf } from './bench.ts';
import type { ConformanceSubject } from './subject.ts';

const AT = instantOf(Date.UTC(2026, 5, 1, 12));
const SOON = instantOf(Date.UTC(2026, 5, 1, 12, 0, 2));
const HOURS_LATER = instantOf(Date.UTC(2026, 5, 1, 15));

/** Webhooks: the sender is who it says, over every byte, and a redelivery is known as one. */
export function webhooksConform(subject: ConformanceSubject): void {
  const { connector, webhook: sample } = subject;
  const { webhook } = connector;
  if (!webhook) return;

  describe('webhooks', () => {
    test('the subject shows how its requests are signed', () => expect(sample).toBeDefined());
    if (!sample) return;
    const settings = settingsOf(connector, sample.settings);
    const good = sample.request({ id: 'm-1', at: AT, receivedAt: AT });
    const expectRefused = (request: RawRequest) =>
      expect(webhook.verify(request, settings)).toMatchObject({ ok: false, error: { kind: 'auth' } });

    test('a request that is signed rightly is let in, soon after it was sent too', () => {
      expect(webhook.verify(good, settings)).toMatchObject({ ok: true });
      expect(webhook.verify(sample.request({ id: 'm-1', at: AT, receivedAt: SOON }), settings).ok).toBe(true);
    });

    test('one bit flipped anywhere in the body is refused', () => {
      for (let i = 0; i < good.body.length; i += Math.max(1, Math.floor(good.body.length / 64))) {
        const body = Uint8Array.from(good.body);
        body[i] = (body[i] ?? 0) ^ 1;
        expectRefused({ ...good, body });
      }
    });

    test('a signature that is missing, empty, cut, of another message or of another secret is refused', () => {
      const { signatureHeader } = sample;
      const signature = good.headers.get(signatureHeader) ?? '';
      expect(signature).not.toBe('');
      const other = { ...good, body: new TextEncoder().encode('{"another":"message"}') };
      expectRefused(other);
      for (const instead of [undefined, '', signature.slice(0, -4), [...signature].reverse().join(''), 'é']) {
        const headers = new Map(good.headers);
        if (instead === undefined) headers.delete(signatureHeader);
        else headers.set(signatureHeader, instead);
        expectRefused({ ...good, headers });
      }
    });

    test.runIf(sample.isTimed)('a request from hours ago, or from the future, is refused', () => {
      expectRefused(sample.request({ id: 'm-1', at: AT, receivedAt: HOURS_LATER }));
      expectRefused(sample.request({ id: 'm-1', at: HOURS_LATER, receivedAt: AT }));
    });

    test('a redelivery has the id of the first, another message has another', () => {
      const nameOf = (request: RawRequest) => {
        const named = webhook.identify(request);
        if (!named.ok) throw new Error(named.error.message);
        return named.value;
      };
      const first = nameOf(good);
      const again = nameOf(sample.request({ id: 'm-1', at: AT, receivedAt: HOURS_LATER }));
      const second = nameOf(sample.request({ id: 'm-2', at: AT, receivedAt: AT }));
      expect(first.messageId).not.toBe('');
      expect(first.subject).not.toBe('');
      expect(connector.topics).toHaveProperty([first.topic]);
      expect(again).toEqual(first);
      expect(second.messageId).not.toBe(first.messageId);
    });

    test('a body that is not what it should be is refused by name, never with a throw', () => {
      for (const text of ['', 'null', '[]', '{', '7', '\u0000']) {
        const named = webhook.identify({ ...good, body: new TextEncoder().encode(text) });
        if (!named.ok) expect(named.error.message).not.toBe('');
      }
    });
  });
}
