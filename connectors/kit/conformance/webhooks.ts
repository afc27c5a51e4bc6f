import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../../core/shared/ids.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import type { RawRequest, WebhookAdapter } from '../connector.ts';
import type { Check } from './check.ts';
import { documentsOf } from './decoding.ts';
import type { Lab } from './lab.ts';
import type { ConformanceSubject, WebhookMessage, WebhookSample } from './subject.ts';

const AT = instantOf(Date.UTC(2026, 5, 1, 12));
const SOON = instantOf(Date.UTC(2026, 5, 1, 12, 0, 2));
const HOURS_LATER = instantOf(Date.UTC(2026, 5, 1, 15));
const FIRST: WebhookMessage = { id: 'm-1', at: AT, receivedAt: AT };

const unlessHooks = ({ connector }: ConformanceSubject): string | undefined =>
  connector.webhook === undefined ? 'the system sends no webhooks' : undefined;

type Hooks = {
  readonly webhook: WebhookAdapter<unknown>;
  readonly sample: WebhookSample;
  readonly good: RawRequest;
  /** Whether a request is refused as coming from somebody else. */
  isRefused(request: RawRequest): boolean;
};

function hooksOf({ subject }: Lab): Hooks {
  const { webhook } = subject.connector;
  const sample = subject.webhook;
  if (!webhook || !sample) throw new Error('no sample shows how its webhooks are signed');
  const settings = subject.connector.settings.parse(sample.settings);
  const isRefused = (request: RawRequest): boolean => {
    const verified = webhook.verify(request, settings);
    return !verified.ok && verified.error.kind === 'auth';
  };
  return { webhook, sample, good: sample.request(FIRST), isRefused };
}

const missing: Check = {
  id: 'webhook/unsigned',
  title: 'a request without its signature, or with an empty one, is refused',
  protects: 'nobody enters orders who only knows the address',
  inapplicable: unlessHooks,
  problems(lab) {
    const { good, sample, isRefused } = hooksOf(lab);
    const without = new Map([...good.headers].filter(([name]) => name !== sample.signatureHeader));
    const empty = new Map([...good.headers, [sample.signatureHeader, ''] as const]);
    return [
      ...(isRefused({ ...good, headers: without }) ? [] : ['let in without a signature']),
      ...(isRefused({ ...good, headers: empty }) ? [] : ['let in with an empty signature']),
    ];
  },
};

const stale: Check = {
  id: 'webhook/stale',
  title: 'a request from hours ago, or from the future, is refused',
  protects: 'a request that was listened to cannot be sent again later',
  inapplicable: (subject) =>
    unlessHooks(subject) ?? (subject.webhook?.isTimed === false ? "the vendor's signature covers no time" : undefined),
  problems(lab) {
    const { sample, isRefused } = hooksOf(lab);
    const old = sample.request({ id: 'm-1', at: AT, receivedAt: HOURS_LATER });
    const early = sample.request({ id: 'm-1', at: HOURS_LATER, receivedAt: AT });
    return [...(isRefused(old) ? [] : ['let in hours later']), ...(isRefused(early) ? [] : ['let in hours before'])];
  },
};

const wrong: Check = {
  id: 'webhook/wrong-signature',
  title: 'a signature that is cut, turned, of another secret or of another message is refused',
  protects: 'nobody enters orders by guessing',
  inapplicable: unlessHooks,
  problems(lab) {
    const { good, sample, isRefused } = hooksOf(lab);
    const signature = good.headers.get(sample.signatureHeader) ?? '';
    if (signature === '') return [`the sample has no header ${sample.signatureHeader}`];
    const forged = [signature.slice(0, -4), [...signature].reverse().join(''), 'é', `${signature}A`].map((instead) => ({
      ...good,
      headers: new Map([...good.headers, [sample.signatureHeader, instead] as const]),
    }));
    const other = { ...good, body: new TextEncoder().encode('{"another":"message"}') };
    const signed = sample.isTokenOnly ? [] : [other];
    return [...forged, ...signed].flatMap((request, i) => (isRefused(request) ? [] : [`forgery ${i + 1} was let in`]));
  },
};

const altered: Check = {
  id: 'webhook/altered',
  title: 'one bit turned anywhere in the body is refused',
  protects: 'no amount and no address is changed on the way',
  inapplicable: (subject) =>
    unlessHooks(subject) ??
    (subject.webhook?.isTokenOnly ? 'the vendor signs nothing, and shows itself by a token' : undefined),
  problems(lab) {
    const { good, isRefused } = hooksOf(lab);
    const step = Math.max(1, Math.floor(good.body.length / 64));
    return Array.from({ length: Math.ceil(good.body.length / step) }, (_, i) => i * step).flatMap((at) => {
      const body = Uint8Array.from(good.body);
      body[at] = (body[at] ?? 0) ^ 1;
      return isRefused({ ...good, body }) ? [] : [`byte ${at} was turned and the request let in`];
    });
  },
};

const genuine: Check = {
  id: 'webhook/genuine',
  title: 'a request that is signed rightly is let in, also a little later',
  protects: 'an order is not turned away at the door',
  inapplicable: unlessHooks,
  problems(lab) {
    const { webhook, sample, good } = hooksOf(lab);
    const settings = lab.subject.connector.settings.parse(sample.settings);
    return [good, sample.request({ ...FIRST, receivedAt: SOON })].flatMap((request) => {
      const verified = webhook.verify(request, settings);
      return verified.ok ? [] : [`refused: ${verified.error.message}`];
    });
  },
};

const redelivered: Check = {
  id: 'webhook/redelivered',
  title: 'a redelivery has the name of the first, another message has another',
  protects: 'a message that comes twice is applied once, and none is taken for a repetition',
  inapplicable: unlessHooks,
  problems(lab) {
    const first = nameOf(lab, FIRST);
    const again = nameOf(lab, { ...FIRST, receivedAt: HOURS_LATER });
    const second = nameOf(lab, { ...FIRST, id: 'm-2' });
    return [
      ...(isDeepStrictEqual(first, again) ? [] : ['a redelivery has another name']),
      ...(first.messageId === second.messageId ? ['two messages have one name'] : []),
    ];
  },
};

const named: Check = {
  id: 'webhook/named',
  title: 'a message is named by an id, a record and a topic that the connector knows',
  protects: 'messages of one record are applied one after another, and none is ignored by mistake',
  inapplicable: unlessHooks,
  problems(lab) {
    const { messageId, subject, topic } = nameOf(lab, FIRST);
    return [
      ...(messageId === '' ? ['no id'] : []),
      ...(subject === '' ? ['no record'] : []),
      ...(topic in lab.subject.connector.topics ? [] : [`the topic ${topic} is not one of its own`]),
    ];
  },
};

const junk: Check = {
  id: 'webhook/junk',
  title: 'a body that is not what it should be is named or refused, never with a throw',
  protects: 'a broken sender is answered and not met with an error of ours',
  inapplicable: unlessHooks,
  problems(lab) {
    const { webhook, good } = hooksOf(lab);
    return ['', 'null', '[]', '{', '7', '\u0000', '"x"', '{"id":{}}'].flatMap((text) => {
      const body = new TextEncoder().encode(text);
      try {
        const answer = webhook.identify({ ...good, body });
        return answer.ok || answer.error.message !== '' ? [] : [`${JSON.stringify(text)}: refused without a word`];
      } catch (error) {
        return [`${JSON.stringify(text)}: threw ${(error as Error).message}`];
      }
    });
  },
};

const reordered: Check = {
  id: 'webhook/reordered',
  title: 'a message carries the version of its record, so that an older one that comes late is known as older',
  protects: 'a cancelled order is not revived by its own beginning',
  inapplicable: unlessHooks,
  problems(lab) {
    const older = { ...FIRST, changedAt: AT };
    const newer = { ...FIRST, id: 'm-2', changedAt: HOURS_LATER };
    const versions = [older, newer].map((message) => versionOf(lab, message));
    const sameRecord = nameOf(lab, older).subject === nameOf(lab, newer).subject;
    const [first = '', second = ''] = versions;
    const late = versionOf(lab, { ...older, receivedAt: HOURS_LATER });
    return [
      ...(sameRecord ? [] : ['two versions of one record are named as two records']),
      ...(first < second ? [] : [`the older is of ${first}, the newer of ${second}`]),
      ...(late === first ? [] : ['the version moves with the time of arrival']),
    ];
  },
};

function nameOf(lab: Lab, message: WebhookMessage) {
  const { webhook, sample } = hooksOf(lab);
  const answer = webhook.identify(sample.request(message));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** How documents tell their version; that of tracking is its last scan. */
type Versioned = { updatedAt?: Instant; asOf?: Instant; events?: readonly { at: Instant }[] };

/** The version that the document of a webhook states of its record. */
function versionOf(lab: Lab, message: WebhookMessage): Instant | undefined {
  const { sample } = hooksOf(lab);
  const { topic } = nameOf(lab, message);
  const raw: unknown = JSON.parse(new TextDecoder().decode(sample.request(message).body));
  const decoded = lab.subject.connector.topics[topic]?.decode(raw);
  if (!decoded?.ok) throw new Error(decoded?.error.message ?? `no topic ${topic}`);
  const [record] = documentsOf(decoded);
  const document = record?.document as Versioned | undefined;
  return document?.updatedAt ?? document?.asOf ?? document?.events?.at(-1)?.at;
}

export const WEBHOOKS: readonly Check[] = [
  missing,
  stale,
  wrong,
  altered,
  genuine,
  named,
  redelivered,
  junk,
  reordered,
];
