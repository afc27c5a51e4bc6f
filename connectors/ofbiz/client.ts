import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import type { Params } from './params.ts';
import { rest } from './rest.ts';
import { SERVICES, type ServiceName } from './services.ts';
import type { OfbizSettings } from './settings.ts';
import { soap } from './soap.ts';
import type { ServiceAnswer, Transport } from './transport.ts';
import { xmlRpc } from './xmlRpc.ts';

const TRANSPORTS: Readonly<
  Record<OfbizSettings['transport'], (settings: OfbizSettings, io: ConnectorIo) => Transport>
> = { rest, 'xml-rpc': xmlRpc, soap };
const REMEMBERED = 20_000;

/** One connection to an OFBiz server: its services, whatever they are called by. */
export class OfbizClient {
  readonly settings: OfbizSettings;
  readonly now: () => Instant;
  private readonly transport: Transport;
  private readonly remembered = new Map<string, Promise<Result<unknown, Fault>>>();

  constructor(settings: OfbizSettings, io: ConnectorIo) {
    this.settings = settings;
    this.now = io.now;
    this.transport = TRANSPORTS[settings.transport](settings, io);
  }

  /** Calls a service under the name that it is exported by. */
  call(service: ServiceName, params: Params, signal: AbortSignal): Promise<Result<ServiceAnswer, Fault>> {
    const { services } = this.settings;
    const exported = Object.hasOwn(services, service) ? (services[service] ?? service) : service;
    return this.transport({ service: exported, params, effect: SERVICES[service].effect }, signal);
  }

  /** Keeps what hardly ever changes: found once, by concurrent callers together. Faults are not kept. */
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
      if (!isKept && this.remembered.get(key) === found) this.remembered.delete(key);
    }
  }
}
