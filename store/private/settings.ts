import { totalmem } from 'node:os';

/** PostgreSQL's settings on a small machine that also runs the hub. What was acknowledged is on disk. */
export function serverSettings(): Readonly<Record<string, string>> {
  const megabytes = Math.min(1024, Math.max(128, Math.round(totalmem() / 2 ** 20 / 16)));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: `${megabytes}MB`,
    effective_cache_size: `${megabytes * 4}MB`,
    jit: 'off',
    wal_compression: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    log_checkpoints: 'off',
    // A failing statement and the details of a violated constraint show people's data; the hub's own log redacts them.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    cluster_name: 'crossdock',
  };
}
