import { readFileSync, writeFileSync } from 'node:fs';
import type { Certification } from './kit/conformance/report.ts';

const fileOf = (id: string): URL => new URL(`./${id}/certification.json`, import.meta.url);

/** The report that is kept in a connector's folder; null when it was never certified. */
export function readCertificate(id: string): Certification | null {
  try {
    return JSON.parse(readFileSync(fileOf(id), 'utf8')) as Certification;
  } catch {
    return null;
  }
}

/** Keeps a report in the connector's folder. */
export function writeCertificate(certification: Certification): void {
  writeFileSync(fileOf(certification.connector), `${JSON.stringify(certification, null, 2)}\n`);
}
