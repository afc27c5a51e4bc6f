import type { FailureSample } from '../../kit/conformance/subject.ts';

/** Shopify's own errors, most of them inside a 200. */
export const FAILURES: readonly FailureSample[] = [
  {
    about: 'a throttled query inside a 200',
    fault: {
      kind: 'status',
      match: 'graphql',
      times: 1,
      status: 200,
      body: '{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}',
    },
    during: 'check',
    kind: 'rate-limited',
    code: 'THROTTLED',
  },
  {
    about: 'a scope that the app was not given',
    fault: {
      kind: 'status',
      match: 'graphql',
      times: 1,
      status: 200,
      body: '{"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}],"data":null}',
    },
    during: 'check',
    kind: 'auth',
    code: 'ACCESS_DENIED',
  },
  {
    about: 'an internal error while a write was under way',
    fault: {
      kind: 'status',
      match: 'inventorySetQuantities',
      times: 1,
      status: 200,
      body: '{"errors":[{"message":"Internal","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}',
    },
    during: 'pushStock',
    kind: 'in-doubt',
  },
  {
    about: 'a frozen shop',
    fault: { kind: 'status', match: 'graphql', times: 1, status: 402 },
    during: 'check',
    kind: 'auth',
  },
];
