/** A planning file that cannot be used as it is: missing, damaged, or without a column the mapping needs. Not a bug. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
}

const EXPECTED = /^(ENOENT|EACCES|EPERM|EISDIR|ENOTDIR|Z_[A-Z_]+|ERR_ENCODING_INVALID_ENCODED_DATA)$/;

/** What the system says about a file, as an `UnreadableInput`; any other error is given back as it is. */
export function asUnreadable(file: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (!EXPECTED.test(code)) return error;
  return new UnreadableInput(`${file} cannot be read: ${error.message}`, { cause: error });
}
