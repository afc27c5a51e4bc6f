import type { Fault } from '../../core/shared/fault.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import type { ModelCall, Transport } from './call.ts';
import { type Dialect, dialectOf } from './fields.ts';
import { json2 } from './json2.ts';
import { rpc } from './rpc.ts';
import type { OdooSettings } from './settings.ts';
import { parseVersion, probeVersion, protocolFor, type ServerVersion } from './version.ts';

const VERSION_MS = 3_600_000;
const REMEMBERED = 20_000;

/** One connection to an Odoo server, in the protocol that suits its version. */
export class OdooClient {
  readonly settings: OdooSettings;
  private readonly io: ConnectorIo;
  private readonly transports: Readonly<Record<OdooSettings['protocol'], Transport>>;
  private versionUntilMs = 0;
  private readonly remembered = new Map<string, Promise<Result<unknown, Fault>>>();

  constructor(settings: OdooSettings, io: ConnectorIo) {
    const trimmed = { ...settings, baseUrl: settings.baseUrl.replace(/\/+$/, '') };
    this.settings = trimmed;
    this.io = io;
    const jsonRpc = rpc(trimmed, io, 'json-rpc');
    this.transports = {
      json2: json2(trimmed, io),
      'json-rpc': jsonRpc,
      'xml-rpc': rpc(trimmed, io, 'xml-rpc'),
      auto: jsonRpc,
    };
  }

  /** The server's version, probed and then remembered for a while: a server may be upgraded under a running hub. */
  async version(signal: AbortSignal): Promise<Result<ServerVersion, Fault>> {
    const now = epochMs(this.io.now());
    if (now >= this.versionUntilMs) {
      this.remembered.delete('version');
      this.versionUntilMs = now + VERSION_MS;
    }
    const { baseUrl } = this.settings;
    const text = await this.remember('version', () => probeVersion(baseUrl, this.io, signal));
    return text.ok ? parseVersion(text.value) : text;
  }

  /** How names are spelled in the server's version. */
  async dialect(signal: AbortSignal): Promise<Result<Dialect, Fault>> {
    const version = await this.version(signal);
    return version.ok ? ok(dialectOf(version.value.major)) : version;
  }

  /** Calls a method of a model. A method that returns nothing gives null. */
  async call(call: ModelCall, signal: AbortSignal): Promise<Result<unknown, Fault>> {
    const version = await this.version(signal);
    if (!version.ok) return version;
    const { companyId } = this.settings;
    const company = companyId === undefined ? {} : { allowed_company_ids: [companyId] };
    const context = { ...company, ...call.context };
    return this.transports[protocolFor(version.value, this.settings)]({ ...call, context }, signal);
  }

  /** Keeps ids that hardly ever change: a name is looked up once, by concurrent callers together. Faults are not kept. */
  async remember<T>(key: string, find: () => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> {
    const known = this.remembered.get(key) as Promise<Result<T, Fault>> | undefined;
    const found = known ?? find();
    if (!known) {
      if (this.remembered.size >= REMEMBERED) this.remembered.clear();
      this.remembered.set(key, found);
    }
    let isKept = false;
    try {
      const result = await found;
      isKept = result.ok;
      return result;
    } finally {
      // Neither a fault nor an exception is the answer of the next caller.
      if (!isKept && this.remembered.get(key) === found) this.remembered.delete(key);
    }
  }

  /** Forgets all ids: one of them is gone over there. */
  forget(): void {
    this.remembered.clear();
  }
}
