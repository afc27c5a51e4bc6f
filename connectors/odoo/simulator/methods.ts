import type { Database } from './database.ts';
import { OdooException, valueError } from './exceptions.ts';
import type { Loader } from './load.ts';
import type { Sales } from './sales.ts';
import type { Warehouse } from './warehouse.ts';

/** The parts of a server that methods work on. */
export type Parts = {
  readonly db: Database;
  readonly loader: Loader;
  readonly sales: Sales;
  readonly warehouse: Warehouse;
  create(model: string, values: object): number;
  write(model: string, id: number, values: object): void;
};

export type Call = {
  readonly model: string;
  readonly method: string;
  readonly ids: readonly number[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
};
type Method = {
  /** The names of its parameters, in their order; `ids` come before them where it is called on records. */
  readonly params: readonly string[];
  readonly onRecords: boolean;
  readonly run: (parts: Parts, call: Call) => unknown;
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): readonly string[] => list(value).map(String);

const searchRead: Method = {
  params: ['domain', 'fields', 'offset', 'limit', 'order'],
  onRecords: false,
  run: ({ db }, { model, args, context }) => {
    const fields = args['fields'] ? texts(args['fields']) : Object.keys(db.fieldsOf(model));
    const rows = db.search(model, list(args['domain']), {
      ...(args['order'] ? { order: String(args['order']) } : {}),
      ...(args['limit'] ? { limit: Number(args['limit']) } : {}),
      ...(args['offset'] ? { offset: Number(args['offset']) } : {}),
      isActiveOnly: context['active_test'] !== false,
    });
    return rows.map((row) => db.render(model, row, fields));
  },
};

const GENERIC: Readonly<Record<string, Method>> = {
  search_read: searchRead,
  read: {
    params: ['fields'],
    onRecords: true,
    // An id that is not there gives nothing; writing to it would be an error.
    run: ({ db }, { model, ids, args }) =>
      db
        .table(model)
        .byAny('id', ids)
        .map((row) => db.render(model, row, texts(args['fields']))),
  },
  create: {
    params: ['vals_list'],
    onRecords: false,
    run: (parts, { model, args }) => {
      const values = args['vals_list'];
      const made = (Array.isArray(values) ? values : [values]).map((entry) => parts.create(model, entry as object));
      return Array.isArray(values) ? made : made[0];
    },
  },
  write: {
    params: ['vals'],
    onRecords: true,
    run: (parts, { model, ids, args }) => {
      for (const id of ids) parts.write(model, id, args['vals'] as object);
      return true;
    },
  },
  load: {
    params: ['fields', 'data'],
    onRecords: false,
    run: ({ loader }, { model, args }) =>
      loader.load(model, texts(args['fields']), list(args['data']) as readonly (readonly string[])[]),
  },
};

const OF_MODELS: Readonly<Record<string, Method>> = {
  'sale.order.action_confirm': {
    params: [],
    onRecords: true,
    run: ({ sales, db }, { ids }) => {
      sales.confirm(ids.map((id) => db.get('sale.order', id)));
      return true;
    },
  },
  'sale.order.action_cancel': {
    params: [],
    onRecords: true,
    run: ({ sales, db }, { ids, context }) => {
      const orders = ids.map((id) => db.get('sale.order', id));
      const isAsked = db.major === 16 && orders.some(({ state }) => state !== 'draft');
      if (isAsked && context['disable_cancel_warning'] !== true) {
        return { type: 'ir.actions.act_window', res_model: 'sale.order.cancel', context: { default_order_id: ids[0] } };
      }
      sales.cancel(orders);
      return true;
    },
  },
  'stock.picking.button_validate': {
    params: [],
    onRecords: true,
    run: ({ warehouse, db }, { ids }) => {
      for (const id of ids) warehouse.finish(db.get('stock.picking', id));
      return true;
    },
  },
};

export function methodOf(model: string, method: string): Method {
  if (method.startsWith('_')) {
    const message = `Private methods (such as '${model}.${method}') cannot be called remotely.`;
    throw new OdooException('odoo.exceptions.AccessError', message);
  }
  const found = OF_MODELS[`${model}.${method}`] ?? GENERIC[method];
  if (!found) throw new OdooException('builtins.AttributeError', `The method '${model}.${method}' does not exist`);
  return found;
}

/** A call by execute_kw: positions to names. */
export function callOf(model: string, method: string, positional: readonly unknown[], named: object): Call {
  const { params, onRecords } = methodOf(model, method);
  const [ids, rest] = onRecords ? [positional[0], positional.slice(1)] : [[], positional];
  if (rest.length > params.length)
    throw valueError(`${method}() takes ${params.length} arguments, ${rest.length} given`);
  const byPosition = Object.fromEntries(rest.map((value, i) => [params[i] ?? '', value]));
  const { context = {}, ...args } = { ...byPosition, ...named } as Record<string, unknown>;
  return { model, method, ids: idsOf(ids), args, context: context as Call['context'] };
}

const idsOf = (ids: unknown): readonly number[] => (Array.isArray(ids) ? ids : [ids]).map(Number);
