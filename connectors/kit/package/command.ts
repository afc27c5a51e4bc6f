#!/usr/bin/env node
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { certify } from '../conformance/certify.ts';
import type { Certification } from '../conformance/report.ts';
import type { ConformanceSubject } from '../conformance/subject.ts';

const USAGE = `crossdock-kit certify [FOLDER] [--write] [--json]
  runs every check on the connector that FOLDER/conformance.js describes; --write keeps the report in certification.json
crossdock-kit simulate [FOLDER] [--port 9099]
  starts the connector's simulator, for a hub to be connected to it

FOLDER is where the compiled files are: dist when there is one, else the folder you are in.`;

/** `crossdock-kit`: certifies a connector that is a package of its own, and runs its simulator. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      port: { type: 'string', default: '9099' },
    },
  });
  const [verb, folder = existsSync('dist') ? 'dist' : '.'] = positionals;
  if (verb !== 'certify' && verb !== 'simulate') return refuse(USAGE);
  const subjects = await subjectsIn(folder);
  if (typeof subjects === 'string') return refuse(subjects);
  return verb === 'certify' ? runCertify(subjects, values) : runSimulator(subjects, Number(values.port));
}

function refuse(text: string): number {
  console.error(text);
  return 2;
}

async function subjectsIn(folder: string): Promise<readonly ConformanceSubject[] | string> {
  const file = resolve(folder, 'conformance.js');
  if (!existsSync(file)) return `there is no ${file}: compile the connector first (npx tsc)`;
  const { subjects } = (await import(pathToFileURL(file).href)) as { subjects?: readonly ConformanceSubject[] };
  return subjects && subjects.length > 0 ? subjects : `${file} exports no subjects`;
}

async function runCertify(
  subjects: readonly ConformanceSubject[],
  { write, json }: { readonly write: boolean; readonly json: boolean },
): Promise<number> {
  const report = await certify(subjects, (_, { check, outcome }) => {
    if (!json && outcome.kind === 'fail') console.error(`failed ${check.id}: not so that ${check.title}`);
  });
  if (write) writeFileSync(join(process.cwd(), 'certification.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(json ? JSON.stringify(report) : summaryOf(report));
  return report.failed === 0 ? 0 : 1;
}

function summaryOf({ connector, score, notApplicable, checks }: Certification): string {
  const failures = checks
    .filter(({ result }) => result === 'fail')
    .flatMap(({ id, evidence = [] }) => [`${id}:`, ...evidence.map((line) => `  ${line}`)]);
  return [...failures, `${connector}: ${score} checks passed, ${notApplicable} do not apply`].join('\n');
}

/** Runs until it is asked to end. */
async function runSimulator([subject]: readonly ConformanceSubject[], port: number): Promise<number> {
  if (!subject?.startSimulator) return refuse('this connector has no simulator');
  const simulator = await subject.startSimulator({ port });
  console.log(`${subject.connector.manifest.title} simulated at ${simulator.url}; Ctrl-C stops it.`);
  console.log(`Settings: ${JSON.stringify(simulator.settings)}`);
  await new Promise<void>((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  await simulator.close();
  return 0;
}

process.exitCode = await main();
