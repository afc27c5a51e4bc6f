import { expect, test } from 'vitest';
import { redactText } from '../../../../connectors/kit/redact.ts';
import { buildXml } from '../../../../connectors/kit/xml.ts';

test('a secret is taken out as it is, and as a URL, an XML text and an XML attribute write it', () => {
  const secret = 'p"a&ss<wo>rd';
  const said = `${secret} ${encodeURIComponent(secret)} ${buildXml('a', { $: { value: secret }, b: secret })}`;
  expect(redactText(said, [secret])).not.toMatch(/ss.{1,4}wo/);
});
