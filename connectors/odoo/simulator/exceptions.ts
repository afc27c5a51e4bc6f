/** A server-side exception: everything that its call had begun is rolled back. */
export class OdooException extends Error {
  readonly exception: string;

  constructor(exception: string, message: string) {
    super(message);
    this.exception = exception;
  }
}

export const userError = (message: string) => new OdooException('odoo.exceptions.UserError', message);
export const missingError = (model: string, id: number) =>
  new OdooException(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: 2)`,
  );
export const accessDenied = () => new OdooException('odoo.exceptions.AccessDenied', 'Access Denied');
export const valueError = (message: string) => new OdooException('builtins.ValueError', message);

const RPC_CODES: Readonly<Record<string, number>> = {
  'odoo.exceptions.UserError': 2,
  'odoo.exceptions.ValidationError': 2,
  'odoo.exceptions.MissingError': 2,
  'odoo.exceptions.AccessDenied': 3,
  'odoo.exceptions.AccessError': 4,
};
const STATUSES: Readonly<Record<string, 400 | 401 | 403 | 404 | 422>> = {
  'odoo.exceptions.UserError': 422,
  'odoo.exceptions.ValidationError': 422,
  'odoo.exceptions.MissingError': 404,
  'odoo.exceptions.AccessError': 403,
  'odoo.exceptions.AccessDenied': 401,
  'werkzeug.exceptions.NotFound': 404,
};

/** An XML-RPC fault: only what nobody expected carries a traceback. */
export function rpcFault({ exception, message }: OdooException): { readonly code: string; readonly text: string } {
  const code = RPC_CODES[exception] ?? 1;
  const name = exception.replace(/^builtins\./, '');
  const traceback = `Traceback (most recent call last):\n  File "odoo/http.py", line 1, in dispatch\n${name}: ${message}\n`;
  return { code: String(code), text: code === 1 ? traceback : message };
}

/** The HTTP status of an exception over JSON-2. */
export const statusOf = ({ exception }: OdooException) => STATUSES[exception] ?? 500;

/** The error of JSON-RPC and the body of JSON-2: both name the exception. */
export function describeException({ exception, message }: OdooException) {
  return {
    name: exception,
    message,
    arguments: [message],
    context: {},
    debug: `Traceback …\n${exception}: ${message}`,
  };
}
