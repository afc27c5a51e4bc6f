import { readCertificate } from './certificate.ts';
import type { Certification } from './kit/conformance/report.ts';
import type { AnyConnector } from './kit/connector.ts';

/** A kind of system that can be connected, for lists and for the API. */
export type ConnectorDescription = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly docs: string;
  readonly capabilities: readonly string[];
  readonly topics: readonly string[];
  readonly secretSettings: readonly string[];
  /** The report of its last certification; null when there was none. */
  readonly certification: Certification | null;
};

/** What a connector can do, and how its certification ended. */
export function describeConnector({ manifest, capabilities, topics, webhook }: AnyConnector): ConnectorDescription {
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
    certification: readCertificate(id),
  };
}
