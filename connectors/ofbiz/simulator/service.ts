import type { Row, Store } from './store.ts';

/** What a service says when it refuses; the engine rolls back. */
export class ServiceError extends Error {}

export type In = Readonly<Record<string, unknown>>;
/** What a service answers; rows are records of the named entity. */
export class Rows {
  readonly entity: string;
  readonly rows: readonly Row[];

  constructor(entity: string, rows: readonly Row[]) {
    this.entity = entity;
    this.rows = rows;
  }
}
/** A decimal, by its digits. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
export type Out = Readonly<Record<string, string | number | Rows | Digits>>;

export type Service = {
  readonly auth: boolean;
  readonly required: readonly string[];
  readonly run: (store: Store, given: In) => Out;
};

export const list = (value: unknown): readonly In[] => (Array.isArray(value) ? (value as readonly In[]) : []);
