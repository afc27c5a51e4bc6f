import { err, ok } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import type { Transport } from './call.ts';
import { unknownDatabase } from './faults.ts';
import type { OdooSettings } from './settings.ts';

/** JSON-2, Odoo's own way since 19: one path for each method, named arguments, an API key, and HTTP statuses that mean something. */
export function json2(settings: OdooSettings, io: ConnectorIo): Transport {
  return async ({ model, method, ids, args, effect, context }, signal) => {
    const answer = await io.http.request(
      {
        method: 'POST',
        url: `${settings.baseUrl}/json/2/${model}/${method}`,
        headers: { Authorization: `bearer ${settings.apiKey ?? ''}`, 'X-Odoo-Database': settings.database },
        body: { ...(ids ? { ids } : {}), ...(context ? { context } : {}), ...args },
        effect,
      },
      signal,
    );
    // A page instead of an exception: with several databases, that of a name that the server does not serve.
    if (!answer.ok) return answer.error.code === 'http-404' ? err(unknownDatabase()) : answer;
    return ok(answer.value.body);
  };
}
