import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { noAbort } from '../../../connectors/kit/conformance/lab.ts';
import { createIo } from '../../../connectors/kit/http.ts';
import type { OfbizClient } from '../../../connectors/ofbiz/client.ts';
import { ofbiz } from '../../../connectors/ofbiz/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok } from '../../../core/shared/result.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

/** A client whose server answers everything in one way, and what that server was asked. */
async function against(transport: 'xml-rpc' | 'soap', answer: RequestListener) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = ofbiz.settings.parse({ baseUrl, transport, username: 'hub', password: 'a-password' });
  const io = createIo({ connector: ofbiz, settings, acquire: async () => ok(undefined), now: () => instantOf(0) });
  return { client: ofbiz.client(settings, io) as OfbizClient, asked };
}

const bodyOf = {
  'xml-rpc': (inner: string) =>
    `<methodResponse><params><param><value><struct><member><name>orderListSize</name><value><string>${inner}</string></value></member></struct></value></param></params></methodResponse>`,
  soap: (inner: string) =>
    `<e:Envelope xmlns:e="x"><e:Body><findOrdersResponse><map-HashMap><map-Entry><map-Key><std-String value="orderListSize"/></map-Key><map-Value><std-String value="${inner}"/></map-Value></map-Entry></map-HashMap></findOrdersResponse></e:Body></e:Envelope>`,
};
const LAUGHS = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

describe.each(['xml-rpc', 'soap'] as const)('hostile XML over %s', (transport) => {
  const made = (prefix: string, inner: string): string => `<?xml version="1.0"?>${prefix}${bodyOf[transport](inner)}`;

  test.each([
    [
      'an external entity',
      (url: string) => made(`<!DOCTYPE r [<!ENTITY x SYSTEM "${url}/secret">]>`, '&x;'),
      'xml-doctype',
    ],
    ['a local file', () => made('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'), 'xml-doctype'],
    ['entities that expand', () => made(`<!DOCTYPE r [<!ENTITY l0 "ha">${LAUGHS}]>`, '&l9;'), 'xml-doctype'],
    ['an entity that nobody declared', () => made('', '&nothing;'), 'xml-broken'],
    ['nesting without end', () => made('', '1').replace('<', `${'<a>'.repeat(500)}<`), 'xml-too-deep'],
  ])('%s is refused by name, and nothing is fetched', async (_about, text, code) => {
    const { client, asked } = await against(transport, (request, response) => {
      response.setHeader('content-type', 'text/xml');
      response.end(text(`http://${request.headers.host}`));
    });
    expect(await ofbiz.check(client, noAbort())).toMatchObject({ ok: false, error: { kind: 'permanent', code } });
    expect(asked).toHaveLength(1);
  });

  test('a hundred megabytes are broken off within a bounded memory; to a write it is in doubt', async () => {
    const { client } = await against(transport, (_request, response) => {
      const chunk = Buffer.alloc(2 ** 20, '<a>');
      let left = 100;
      const more = (): void => {
        while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
        response.end();
      };
      more();
    });
    const before = process.memoryUsage().rss;
    const read = await ofbiz.check(client, noAbort());
    expect(read).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'answer-too-large' } });
    const written = await client.call('storeOrder', {}, noAbort());
    expect(written).toMatchObject({ ok: false, error: { kind: 'in-doubt', code: 'answer-too-large' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  });

  test('what is refused of an answer to a write is in doubt: it was carried out, most likely', async () => {
    const { client } = await against(transport, (_request, response) => {
      response.end('<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>');
    });
    expect(await client.call('storeOrder', {}, noAbort())).toMatchObject({
      ok: false,
      error: { kind: 'in-doubt', code: 'xml-doctype' },
    });
  });
});
