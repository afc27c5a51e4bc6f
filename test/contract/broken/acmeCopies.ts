import type { ConformanceSubject } from '../../../connectors/kit/conformance/index.ts';
import type { AnyConnector, Capabilities, Pull, Topic, Write } from '../../../connectors/kit/connector.ts';
import { type Fault, permanent } from '../../../core/shared/fault.ts';
import { err, type Result } from '../../../core/shared/result.ts';
import { acmeSubject } from './acmeSubject.ts';

export type Call = (
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal,
) => Promise<Result<unknown, Fault>>;
export type Client = { readonly call: Call };
export type PushOrder = Write<unknown, { readonly lines: readonly unknown[] }, { externalId: string }>;

export const { connector: acme } = acmeSubject;
export const level = acme.topics['level'] as Topic;
export const pullStock = acme.capabilities.pullStock as Pull<unknown>;
export const pushOrder = acme.capabilities.pushOrder as unknown as PushOrder;
export const lookUp = pushOrder.duplicates as Extract<PushOrder['duplicates'], { mode: 'lookupByRef' }>;
export const quoteRates = acme.capabilities.quoteRates as NonNullable<typeof acme.capabilities.quoteRates>;

export const broken = (change: Partial<AnyConnector>, more: Partial<ConformanceSubject> = {}): ConformanceSubject => ({
  ...acmeSubject,
  ...more,
  connector: { ...acme, ...change },
});
export const decoding = (decode: Topic['decode']): ConformanceSubject => broken({ topics: { level: { decode } } });
export const able = (change: object): ConformanceSubject =>
  broken({ capabilities: { ...acme.capabilities, ...change } as Capabilities<unknown> });
export const pulling = (change: Partial<Pull<unknown>>): ConformanceSubject =>
  able({ pullStock: { ...pullStock, ...change } });
export const paging = (fetch: Pull<unknown>['fetch']): ConformanceSubject => pulling({ fetch });
export const writing = (change: Partial<PushOrder>): ConformanceSubject =>
  able({ pushOrder: { ...pushOrder, ...change } });
export const checking = (
  judge: (checked: Awaited<ReturnType<AnyConnector['check']>>) => typeof checked,
): ConformanceSubject => broken({ check: async (client, signal) => judge(await acme.check(client, signal)) });
export const talking = (wrap: (call: Call, settings: { apiKey: string }) => Call): ConformanceSubject =>
  broken({
    client: (settings, io) => {
      const { call } = acme.client(settings, io) as Client;
      return { call: wrap(call, settings as { apiKey: string }) };
    },
  });
export const faulty = (change: (fault: Fault) => Fault): ConformanceSubject =>
  talking((call) => async (...args) => {
    const answer = await call(...args);
    return answer.ok ? answer : err(change(answer.error));
  });
export const final = (fault: Fault): Fault => permanent(fault.code, fault.message);
export const isGrown = (value: unknown): boolean => JSON.stringify(value).includes('zz_added');
export const classifying = (status: number, fault: Fault): ConformanceSubject =>
  broken({ classify: (failure) => (failure.status === status ? fault : undefined) });
