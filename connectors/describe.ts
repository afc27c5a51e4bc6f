import { readCertificate } from './certificate.ts';
import type { AnyConnector } from './kit/connector.ts';
import { folderOf } from './registry.ts';

/** What a connector can do, and the report of its last certification; null when there was none. */
export function describeConnector({ manifest, capabilities, topics, webhook }: AnyConnector) {
  const { id, title, kind, apiVersion, docs, secretSettings } = manifest;
  return {
    id,
    title,
    kind,
    apiVersion,
    docs,
    capabilities: [...Object.keys(capabilities), ...(webhook ? ['webhook'] : [])],
    topics: Object.keys(topics),
    secretSettings,
    certification: readCertificate(folderOf(id)),
  };
}
