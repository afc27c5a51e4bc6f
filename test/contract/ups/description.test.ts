import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, test } from 'vitest';
import { answerOf, bodyOf, Description, type Schema } from '../../support/openapi.ts';
import { sharedFile } from '../../support/shared.ts';
import { OPERATIONS } from './operations.ts';

const OURS = 'openapi/vendors/ups.yaml';
const ours = new Description(OURS);

/**
 * Where our description and UPS's own do not say the same, and why ours stands. A line that no longer holds fails the
 * test as much as a new difference does.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'createToken answer /access_token: they do not require it': 'a token without a token is no token',
  'createToken answer /expires_in: they do not require it': 'sent with every token',
  'findLocations request /LocatorRequest/OriginAddress/AddressKeyFormat: they require AddressLine':
    'the user "may submit" it, by its text',
  'findLocations request /LocatorRequest/OriginAddress/AddressKeyFormat: they require PoliticalDivision1':
    'a state that not every country has',
  'findLocations request /LocatorRequest/OriginAddress/AddressKeyFormat: they require PoliticalDivision2':
    'a postal code does as well, by its text',
  'findLocations request /LocatorRequest/OriginAddress/AddressKeyFormat: they require PostcodePrimaryLow':
    'required only without city and state, by its text',
  'recoverLabel request /LabelRecoveryRequest: they require TrackingNumbers': 'of Roadie shipments only, by its text',
  'recoverLabel request /LabelRecoveryRequest: they require ReferenceValues': 'left out for a look-up by number',
  'uploadPaper answer /UploadResponse/FormsHistoryDocumentID: they do not require it':
    'an upload without a key is none',
  'schedulePickup answer /PickupCreationResponse/PRN: they do not require it': 'a pickup without its number is none',
  'track answer /trackResponse: they do not require it': 'an answer without it says nothing',
  'track answer /trackResponse/shipment: they do not require it': 'an answer without it says nothing',
  'track answer /trackResponse/shipment/0/warnings/0/code: they do not require it': 'a warning has both',
  'track answer /trackResponse/shipment/0/warnings/0/message: they do not require it': 'a warning has both',
};

type Walk = { readonly about: string; readonly isRequest: boolean; readonly found: string[]; fields: number };

/** Compares a schema of ours with theirs: each field there, of the same type, and as required as we rely on. */
function compare(theirs: Description, mine: Schema, its: Schema, at: string, walk: Walk): void {
  const a = ours.resolve(mine);
  const b = variantOf(theirs, its, Object.keys(a.properties ?? {})[0]);
  const say = (what: string): number => walk.found.push(`${walk.about} ${at}: ${what}`);
  if (a.type !== b.type) say(`${a.type} here, ${b.type} there`);
  if (a.items && b.items) compare(theirs, a.items, b.items, `${at}/0`, walk);
  for (const name of walk.isRequest ? (b.required ?? []) : []) {
    if (!a.required?.includes(name)) say(`they require ${name}`);
  }
  for (const [name, property] of Object.entries(a.properties ?? {})) {
    walk.fields += 1;
    const its = b.properties?.[name];
    // Two of their schemas require a field that they do not describe.
    if (!its && !b.required?.includes(name)) walk.found.push(`${walk.about} ${at}/${name}: not there`);
    if (!its) continue;
    if (!walk.isRequest && a.required?.includes(name) && !b.required?.includes(name))
      walk.found.push(`${walk.about} ${at}/${name}: they do not require it`);
    compare(theirs, property, its, `${at}/${name}`, walk);
  }
}

/** Of a choice of shapes the one that has our field. */
function variantOf(theirs: Description, schema: Schema, field = ''): Schema {
  const whole = theirs.resolve(schema);
  const variants = (whole.oneOf ?? []).map((each) => theirs.resolve(each));
  return variants.find(({ properties = {} }) => field in properties) ?? whole;
}

describe('our description of UPS', () => {
  test('has the types that are generated from it', async () => {
    const ast = await openapiTS(new URL(`../../../${OURS}`, import.meta.url), {});
    const text = readFileSync('openapi/types/ups.d.ts', 'utf8');
    expect(text.endsWith(astToString(ast)), 'npm run vendor-types brings them up to date').toBe(true);
  });

  test('describes each operation that the connector calls, and no other', () => {
    const described = Object.entries(ours.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.toSorted()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
  });
});

const folder = sharedFile('vendor-specs/ups');
if (folder === undefined) console.log('skipped: UPS is not checked against its own description, which is not here');

describe.skipIf(folder === undefined)("our description against UPS's own", () => {
  test('differs from it only where it is said why', () => {
    const found: string[] = [];
    let fields = 0;
    for (const { method, path, file, theirPath } of OPERATIONS) {
      const theirs = new Description(`${folder}/${file}.yaml`);
      const mine = ours.operation(method, path);
      const its = theirs.operation(method, theirPath);
      if (!mine || !its) throw new Error(`${method} ${path} is not in both descriptions`);
      for (const isRequest of [true, false]) {
        const a = isRequest ? bodyOf(mine) : answerOf(ours, mine);
        const b = isRequest ? bodyOf(its) : answerOf(theirs, its);
        const about = `${mine.operationId} ${isRequest ? 'request' : 'answer'}`;
        const walk: Walk = { about, isRequest, found, fields: 0 };
        if (a && b) compare(theirs, a, b, '', walk);
        else if (a) found.push(`${about}: not there`);
        fields += walk.fields;
      }
    }
    console.log(`UPS: ${OPERATIONS.length} operations and ${fields} fields checked, ${found.length} differences named`);
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(KNOWN).toSorted());
    expect(fields).toBeGreaterThan(150);
  });
});
