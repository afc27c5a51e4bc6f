import type { Database } from './database.ts';
import { OdooException } from './exceptions.ts';
import type { FieldType } from './schema.ts';

/** `load`: records from texts, found again by their external ids. What is wrong with a row is told, not thrown. */
export class Loader {
  private readonly db: Database;
  private readonly ids = new Map<string, number>();
  private readonly onCreated: (model: string, id: number) => void;

  constructor(db: Database, onCreated: (model: string, id: number) => void) {
    this.db = db;
    this.onCreated = onCreated;
  }

  load(model: string, columns: readonly string[], rows: readonly (readonly string[])[]) {
    try {
      const ids = rows.map((row) => this.loadRow(model, columns, row));
      return { ids, messages: [], nextrow: 0 };
    } catch (error) {
      if (!(error instanceof OdooException)) throw error;
      return { ids: false, messages: [{ type: 'error', message: error.message, record: 0 }], nextrow: 0 };
    }
  }

  private loadRow(model: string, columns: readonly string[], row: readonly string[]): number {
    const values: Record<string, unknown> = {};
    let externalId = '';
    for (const [i, column] of columns.entries()) {
      const text = String(row[i] ?? '');
      if (column === 'id') externalId = text;
      else
        values[column.replace('/.id', '')] = column.endsWith('/.id') ? Number(text) : this.typed(model, column, text);
    }
    if (model === 'res.partner' && values['email']) values['email_normalized'] = String(values['email']).toLowerCase();
    const known = this.ids.get(`${model}/${externalId}`);
    if (known !== undefined) {
      this.db.write(model, this.db.get(model, known), values);
      return known;
    }
    const { id } = this.db.create(model, values);
    if (externalId !== '') this.ids.set(`${model}/${externalId}`, id);
    this.onCreated(model, id);
    return id;
  }

  private typed(model: string, column: string, text: string): unknown {
    const type: FieldType | undefined = this.db.fieldsOf(model)[column];
    if (type === 'boolean') return text === '1' || text.toLowerCase() === 'true';
    return type === 'float' ? Number(text) : text;
  }
}
