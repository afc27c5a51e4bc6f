import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certification } from './kit/conformance/report.ts';

const fileIn = (folder: string): string => join(folder, 'certification.json');

/** The report that is kept in a connector's folder; null when it was never certified. */
export function readCertificate(folder: string): Certification | null {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Certification;
  } catch {
    return null;
  }
}

/** Keeps a report in the connector's folder. */
export function writeCertificate(folder: string, certification: Certification): void {
  writeFileSync(fileIn(folder), `${JSON.stringify(certification, null, 2)}\n`);
}
