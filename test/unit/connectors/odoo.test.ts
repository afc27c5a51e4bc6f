import { describe, expect, test } from 'vitest';
import { fromOdooTime, toOdooTime } from '../../../connectors/odoo/datetime.ts';
import { classify, exceptionFault, xmlRpcFault } from '../../../connectors/odoo/faults.ts';
import { decodePicking, type PickingItem } from '../../../connectors/odoo/pickings.ts';
import { wholeUnits } from '../../../connectors/odoo/quantity.ts';
import { OdooSettings } from '../../../connectors/odoo/settings.ts';
import { decodeStock } from '../../../connectors/odoo/stock.ts';
import { parseVersion, protocolFor } from '../../../connectors/odoo/version.ts';
import { instantOf } from '../../../core/shared/instant.ts';

const SETTINGS = { baseUrl: 'https://erp.example.com', database: 'main', apiKey: 'a-key-of-the-hub' };
const AT = '2026-07-22 11:42:41';

describe('settings', () => {
  test('a key or a password is needed, and JSON-2 takes a key alone', () => {
    const { apiKey: _, ...bare } = SETTINGS;
    expect(OdooSettings.safeParse(bare).success).toBe(false);
    expect(OdooSettings.safeParse({ ...bare, password: 'secret' }).success).toBe(true);
    expect(OdooSettings.safeParse({ ...bare, password: 'secret', protocol: 'json2' }).success).toBe(false);
  });
});

describe('version and protocol', () => {
  test.each([
    ['16.0', 16, 'json-rpc'],
    ['18.0+e', 18, 'json-rpc'],
    ['saas~18.2', 18, 'json-rpc'],
    ['19.0', 19, 'json2'],
    ['20.0-20270101', 20, 'json2'],
  ])('%s is major %i and is talked to over %s', (text, major, protocol) => {
    const version = parseVersion(text);
    if (!version.ok) throw new Error(version.error.message);
    expect(version.value.major).toBe(major);
    expect(protocolFor(version.value, OdooSettings.parse(SETTINGS))).toBe(protocol);
  });

  test('without a key, version 19 is talked to over JSON-RPC; a protocol that is set stands', () => {
    const { apiKey: _, ...bare } = SETTINGS;
    const nineteen = { text: '19.0', major: 19 };
    expect(protocolFor(nineteen, OdooSettings.parse({ ...bare, password: 'secret' }))).toBe('json-rpc');
    expect(protocolFor(nineteen, OdooSettings.parse({ ...SETTINGS, protocol: 'xml-rpc' }))).toBe('xml-rpc');
  });

  test('a version before 16, or no version, is refused by name', () => {
    expect(parseVersion('15.0')).toMatchObject({ ok: false, error: { code: 'version-too-old' } });
    expect(parseVersion('unknown')).toMatchObject({ ok: false, error: { code: 'unknown-version' } });
  });
});

describe('times', () => {
  test('an instant goes over without zone and fraction, and comes back to the second', () => {
    expect(toOdooTime(instantOf(Date.UTC(2026, 6, 22, 11, 42, 41, 887)))).toBe(AT);
    expect(fromOdooTime(AT)).toEqual({ ok: true, value: '2026-07-22T11:42:41.000Z' });
    expect(fromOdooTime('yesterday').ok).toBe(false);
  });
});

describe('faults', () => {
  test.each([
    ['odoo.exceptions.UserError', 'permanent', 'odoo-refused'],
    ['odoo.exceptions.MissingError', 'permanent', 'odoo-missing'],
    ['odoo.exceptions.AccessDenied', 'auth', 'odoo-access-denied'],
    ['odoo.exceptions.AccessError', 'auth', 'odoo-access-error'],
    ['psycopg2.errors.SerializationFailure', 'retryable', 'odoo-busy'],
    ['builtins.ValueError', 'permanent', 'odoo-error'],
  ])('%s is %s', (name, kind, code) => {
    expect(exceptionFault(name, 'why')).toMatchObject({ kind, code, message: 'why' });
  });

  test.each([
    [
      '1',
      'Traceback (most recent call last):\n  File "x"\npsycopg2.errors.LockNotAvailable: could not obtain lock\n',
      'retryable',
    ],
    ['1', 'Traceback (most recent call last):\n  File "x"\nValueError: Invalid field\n', 'permanent'],
    ['1', 'Traceback:\npsycopg2.OperationalError: FATAL:  database "x" does not exist\n', 'auth'],
    ['2', 'Some orders are not in a state requiring confirmation: S00001', 'permanent'],
    ['3', 'Access Denied', 'auth'],
    ['4', 'You are not allowed to modify', 'auth'],
  ])('XML-RPC fault %s, %j, is %s', (code, text, kind) => {
    expect(xmlRpcFault(code, text).kind).toBe(kind);
  });

  test('of a traceback only the last line is told', () => {
    const text = 'Traceback (most recent call last):\n  File "/opt/odoo/secret.py"\nValueError: Invalid field\n';
    expect(xmlRpcFault('1', text).message).toBe('ValueError: Invalid field');
  });

  test('JSON-2 names its exceptions; an answer without a name is left to the table of the kit', () => {
    const headers = new Map<string, string>();
    const body = { name: 'odoo.exceptions.ValidationError', message: 'no' };
    expect(classify({ status: 422, headers, body })).toMatchObject({ kind: 'permanent', code: 'odoo-refused' });
    expect(classify({ status: 401, headers, body: { name: 'werkzeug.exceptions.Unauthorized' } })?.kind).toBe('auth');
    expect(classify({ status: 502, headers, body: '<html>' })).toBeUndefined();
  });
});

describe('pickings', () => {
  const item = (more: Partial<PickingItem>): PickingItem => ({
    orderId: 7,
    reference: 'shop-5123',
    warehouse: 'WH',
    states: ['assigned'],
    moved: [],
    write_date: AT,
    ...more,
  });

  test.each([
    [['draft'], 'waiting'],
    [['confirmed'], 'waiting'],
    [['assigned'], 'ready'],
    [['done'], 'done'],
    [['done', 'confirmed'], 'waiting'],
    [['done', 'assigned'], 'ready'],
    [['done', 'cancel'], 'done'],
    [['cancel'], 'cancelled'],
  ])('deliveries %j together are %s', (states, state) => {
    expect(decodePicking(item({ states }))).toMatchObject({
      ok: true,
      value: { documents: [{ name: 'picking', document: { orderReference: 'shop-5123', location: 'WH', state } }] },
    });
  });

  test('units of several deliveries are told together', () => {
    const moved = [
      { sku: 'A', quantity: 2 },
      { sku: 'B', quantity: 1 },
      { sku: 'A', quantity: 3 },
    ];
    const lines = [
      { sku: 'A', quantity: 5 },
      { sku: 'B', quantity: 1 },
    ];
    expect(decodePicking(item({ states: ['done', 'done'], moved }))).toMatchObject({
      ok: true,
      value: { documents: [{ document: { lines } }] },
    });
  });

  test('a state that is not known is ignored by its name', () => {
    expect(decodePicking(item({ states: ['done', 'on_the_moon'] }))).toEqual({
      ok: true,
      value: { kind: 'ignored', reason: 'picking-state-on_the_moon' },
    });
  });
});

describe('stock', () => {
  test('a level counts whole units at a warehouse', () => {
    const decoded = decodeStock({ sku: 'A', warehouse: 'WH', quantity: 12, write_date: AT });
    const document = { sku: 'A', location: 'WH', quantity: 12, measure: 'on-shelf', asOf: '2026-07-22T11:42:41.000Z' };
    expect(decoded).toEqual({ ok: true, value: { kind: 'documents', documents: [{ name: 'stock', document }] } });
  });

  test.each([
    [2.9999999996, 3],
    [2.6, 2],
    [-0.4, -1],
    [0, 0],
  ])('%d counts as %i units', (quantity, units) => {
    expect(wholeUnits(quantity)).toEqual({ ok: true, value: units });
  });

  test('what is no number of units is refused', () => {
    expect(wholeUnits(Number.NaN).ok).toBe(false);
    expect(wholeUnits(1e300).ok).toBe(false);
  });
});
