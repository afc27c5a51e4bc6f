/** Values whose type OFBiz checks, beside texts, flags, whole numbers, lists and maps. */

/** A BigDecimal, by its digits. */
export class DecimalParam {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A Timestamp, as the server writes it: local time in its zone. */
export class TimeParam {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A GenericValue: a record of an entity that is not stored yet. Its fields are texts, whatever their types. */
export class RecordParam {
  readonly entity: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(entity: string, fields: Readonly<Record<string, string>>) {
    this.entity = entity;
    this.fields = fields;
  }
}

export type Param =
  | string
  | number
  | boolean
  | DecimalParam
  | TimeParam
  | RecordParam
  | readonly Param[]
  | { readonly [name: string]: Param | undefined };

export type Params = Readonly<Record<string, Param | undefined>>;

/** The fields of a record that have a value, cut to nothing else. */
export function recordOf(entity: string, fields: Readonly<Record<string, string | undefined>>): RecordParam {
  const given = Object.entries(fields).filter((field): field is [string, string] => !!field[1]);
  return new RecordParam(entity, Object.fromEntries(given));
}
