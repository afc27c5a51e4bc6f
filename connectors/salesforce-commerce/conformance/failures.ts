import type { FailureSample } from '../../kit/conformance/subject.ts';

const ERRORS = 'https://api.commercecloud.salesforce.com/documentation/error/v1/errors';
const problem = (type: string): string => JSON.stringify({ type: `${ERRORS}/${type}`, title: type, detail: 'No.' });
const fault = (type: string): string => JSON.stringify({ _v: '25.6', fault: { type, message: 'No.' } });

/** Errors of B2C Commerce's own, by what they mean for the hub. */
export const FAILURES: readonly FailureSample[] = [
  {
    about: 'a site that the instance has not',
    fault: { kind: 'status', match: 'GET /checkout', times: 1, status: 404, body: problem('site-not-found') },
    during: 'check',
    kind: 'permanent',
    code: 'sfcc-site-not-found',
  },
  {
    about: 'an API client without the scope',
    fault: { kind: 'status', match: 'GET /checkout', times: 1, status: 403, body: problem('forbidden') },
    during: 'check',
    kind: 'auth',
  },
  {
    about: 'a status that the order cannot have',
    fault: { kind: 'status', match: '/export-status', times: 1, status: 400, body: problem('bad-request') },
    during: 'acknowledgeOrder',
    kind: 'permanent',
    code: 'sfcc-bad-request',
  },
  {
    about: 'a record that somebody else is writing',
    fault: { kind: 'status', match: 'PATCH /s/-/dw', times: 1, status: 409, body: fault('ConflictException') },
    during: 'pushStock',
    kind: 'conflict',
  },
  {
    about: 'an inventory list that is not there',
    fault: {
      kind: 'status',
      match: 'PATCH /s/-/dw',
      times: 1,
      status: 404,
      body: fault('InventoryListNotFoundException'),
    },
    during: 'pushStock',
    kind: 'permanent',
    code: 'sfcc-InventoryListNotFoundException',
  },
  {
    about: 'a write that took longer than a minute',
    fault: { kind: 'status', match: '/export-status', times: 1, status: 504 },
    during: 'acknowledgeOrder',
    kind: 'in-doubt',
  },
];
