import type { ErrorTable } from '../kit/errorTable.ts';

type Body = {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly errorCode?: unknown;
  readonly message?: unknown;
  readonly fault?: { readonly type?: unknown; readonly message?: unknown };
};

/**
 * Errors of the three families of APIs: problems of SCAPI by the last word of their type, Omnichannel Inventory by
 * `errorCode`, OCAPI by the class of its fault.
 */
export const errors: ErrorTable = {
  prefix: 'sfcc-',
  read: (body) => {
    if (typeof body !== 'object' || body === null) return undefined;
    const { type, title, detail, errorCode, message, fault } = body as Body;
    if (typeof fault?.type === 'string') return named(fault.type, fault.message);
    if (typeof errorCode === 'string') return named(errorCode, message);
    if (typeof type === 'string' && type.includes('/'))
      return named(type.slice(type.lastIndexOf('/') + 1), detail ?? title);
    return undefined;
  },
  codes: { ConflictException: 'conflict', ConcurrentModification: 'conflict' },
  otherCodes: 'refused',
};

const named = (code: string, message: unknown) => ({
  code: code.slice(0, 60),
  message: typeof message === 'string' ? message.slice(0, 300) : code,
});
