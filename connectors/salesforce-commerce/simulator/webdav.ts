import type { Context, Hono } from 'hono';
import { buildXml } from '../../kit/xml.ts';
import { IMPEX, type Site } from './site.ts';

/** The feeds' folders by WebDAV: listed by PROPFIND, read by GET, written by PUT. */
export function webdav(app: Hono, site: Site): void {
  app.on('PROPFIND', `${IMPEX}/*`, (c) => {
    const folder = decodeURIComponent(c.req.path);
    const inside = [...site.files].filter(([path]) => path.startsWith(`${folder}/`));
    return c.body(listing(folder, inside), 207, { 'content-type': 'application/xml; charset=utf-8' });
  });
  app.get(`${IMPEX}/*`, (c) => read(c, site));
  app.put(`${IMPEX}/*`, async (c) => {
    site.write(decodeURIComponent(c.req.path).slice(IMPEX.length), await c.req.text());
    return c.body(null, 201);
  });
}

async function read(c: Context, site: Site): Promise<Response> {
  const file = site.files.get(decodeURIComponent(c.req.path));
  if (!file) return c.text('Not Found', 404);
  return c.body(typeof file.content === 'string' ? file.content : file.content(), 200, {
    'content-type': 'application/xml',
  });
}

type Files = readonly (readonly [string, { readonly bytes: number; readonly at: number }])[];

function listing(folder: string, files: Files): string {
  const entry = (href: string, prop: object) => ({
    'D:href': href,
    'D:propstat': { 'D:prop': prop, 'D:status': 'HTTP/1.1 200 OK' },
  });
  return buildXml('D:multistatus', {
    $: { 'xmlns:D': 'DAV:' },
    'D:response': [
      entry(folder, { 'D:resourcetype': { 'D:collection': '' } }),
      ...files.map(([path, { bytes, at }]) =>
        entry(encodeURI(path), {
          'D:getcontentlength': String(bytes),
          'D:getlastmodified': new Date(at).toUTCString(),
        }),
      ),
    ],
  });
}
