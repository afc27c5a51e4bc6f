import { type Config, DEFAULT_PORT } from './config.ts';

/** How others reach this hub, without a slash at the end: as configured, else by its own host and port. */
export function publicUrlOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${shownHost(host)}:${port ?? DEFAULT_PORT}`;
}

/** An address that a browser can open, also where the hub listens on all. */
const shownHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);
