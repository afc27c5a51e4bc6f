import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dialectOf, fieldsUsed } from '../../connectors/odoo/fields.ts';
import { schemaOf } from '../../connectors/odoo/simulator/schema.ts';
import { CreatedId, WireSaleOrder } from '../../connectors/odoo/wire.ts';
import { sharedFile } from '../support/shared.ts';

describe("a server's own lists", () => {
  const fields = (model: string): Record<string, unknown> | undefined => {
    const file = sharedFile(`vendor-samples/odoo/${model}.fields_get.json`);
    return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
  };
  const hasSamples = fields('sale.order') !== undefined;
  if (!hasSamples) console.info('skipped: no field lists of an Odoo server beside the checkout');

  test.runIf(hasSamples)('hold every field that is used with version 19', () => {
    for (const [model, used] of Object.entries(fieldsUsed(dialectOf(19)))) {
      const known = Object.keys(fields(model) ?? {});
      expect(
        used.filter((field) => !known.includes(field)),
        model,
      ).toEqual([]);
    }
  });

  test.runIf(hasSamples)('hold every field that the simulated server has in version 19', () => {
    for (const [model, simulated] of Object.entries(schemaOf(19))) {
      const known = Object.keys(fields(model) ?? {});
      expect(
        Object.keys(simulated).filter((field) => !known.includes(field)),
        model,
      ).toEqual([]);
    }
  });

  test.runIf(hasSamples)('its recorded answers are read', () => {
    const recorded = (name: string): unknown => {
      const file = sharedFile(`vendor-samples/odoo/recorded-odoo-api-key-${name}.json`);
      if (file === undefined) throw new Error(`no recording ${name}`);
      const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as { exchanges: readonly { response: unknown }[] };
      return exchanges[0]?.response;
    };
    expect(z.array(WireSaleOrder).parse(recorded('sale-orders')).length).toBeGreaterThan(1);
    expect(CreatedId.parse(recorded('create-record'))).toBe(16);
  });
});
