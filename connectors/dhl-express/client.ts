import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo, HttpRequest } from '../kit/connector.ts';
import type { ErrorTable } from '../kit/errorTable.ts';
import type { Settings } from './settings.ts';
import { Failure } from './wire.ts';

export type Client = {
  readonly settings: Settings;
  readonly now: () => Instant;
  call(
    request: Omit<HttpRequest, 'url'> & { readonly path: string },
    signal: AbortSignal,
  ): Promise<Result<unknown, Fault>>;
};

/** The version of the interface, which every call must name; MyDHL API 3.1.1 wants it so. */
const X_VERSION = '3.1.0';

/** Calls of MyDHL API. */
export function createClient(settings: Settings, io: ConnectorIo): Client {
  return {
    settings,
    now: io.now,
    async call({ path, headers, ...request }, signal) {
      const answer = await io.http.request(
        { ...request, url: path, headers: { 'x-version': X_VERSION, ...headers } },
        signal,
      );
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

const PREFIX = 'dhl-express-';

/** The fault that means that DHL has no record of what was asked for. */
export const NOTHING_FOUND = `${PREFIX}404`;

/** DHL states a refusal as one text, with its code before a colon, or as several. Without a code the status names it. */
export const errors: ErrorTable = {
  prefix: PREFIX,
  read(body) {
    const failure = Failure.safeParse(body);
    if (!failure.success) return undefined;
    const { detail, additionalDetails = [], status } = failure.data;
    const texts = additionalDetails.length > 0 ? additionalDetails : [detail];
    const code = texts.map((text) => /^(\d{3,6}):/.exec(text)?.[1]).find((found) => found !== undefined);
    return {
      code: String(status) === '404' ? '404' : (code ?? String(status ?? 'refused')),
      message: texts.join('; '),
    };
  },
  otherCodes: 'refused',
};
