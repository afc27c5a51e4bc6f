import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseXml, type XmlNode } from '../kit/xml.ts';
import { type CommerceClient, type FeedFolder, NO_INSTANCE } from './client.ts';

/** A file of a feed: where it is, and when it was written there. */
export type FeedFile = { readonly path: string; readonly modifiedAt: Instant; readonly bytes: number };

/** A record of a feed as it goes into the inbox; one that could not be cut out of its file says why. */
export type FeedItem = {
  readonly file: string;
  readonly modifiedAt: string;
  readonly xml?: string;
  readonly list?: string;
  readonly problem?: { readonly code: string; readonly message: string };
};

/** Larger ones are refused before they are read. */
const MAX_BYTES = 24 * 2 ** 20;

/** The XML files of a folder, the oldest first. A folder that is not there is a fault, not an empty one. */
export async function listFeed(
  client: CommerceClient,
  folder: FeedFolder,
  signal: AbortSignal,
): Promise<Result<readonly FeedFile[], Fault>> {
  const url = client.feed(folder);
  if (url === undefined) return err(NO_INSTANCE);
  const headers = { Depth: '1', Accept: 'application/xml' };
  const answer = await client.http.request({ method: 'PROPFIND', url, headers, responseType: 'text' }, signal);
  if (!answer.ok) return answer;
  const listing = parseXml(String(answer.value.body));
  if (!listing.ok) return listing;
  const status = local(listing.value, 'multistatus')[0];
  if (!status) return err(permanent('unexpected-shape', 'a folder that is answered without a listing', '/multistatus'));
  const files = local(status, 'response').flatMap(fileOf);
  return ok(files.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
}

/** By time, and by name among files of one second. */
export const keyOf = ({ modifiedAt, path }: Pick<FeedFile, 'modifiedAt' | 'path'>): string => `${modifiedAt} ${path}`;

function fileOf(response: XmlNode): readonly FeedFile[] {
  const path = pathOf(text(local(response, 'href')[0]));
  const prop = local(local(response, 'propstat')[0], 'prop')[0];
  const at = Date.parse(text(local(prop, 'getlastmodified')[0]));
  if (path === undefined || !path.endsWith('.xml') || Number.isNaN(at)) return [];
  return [{ path, modifiedAt: instantOf(at), bytes: Number(text(local(prop, 'getcontentlength')[0])) || 0 }];
}

/** A listing names its files by path, or by URL; only the path is used, so that none leads elsewhere. */
function pathOf(href: string): string | undefined {
  const base = 'http://instance';
  return URL.canParse(href, base) ? new URL(href, base).pathname : undefined;
}

/** Elements by the part of their name behind the prefix, which each server chooses for itself. */
function local(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return Object.entries(node ?? {}).flatMap(([key, value]) => {
    if (key !== name && !key.endsWith(`:${name}`)) return [];
    return (Array.isArray(value) ? value : [value]) as XmlNode[];
  });
}

const text = (node: XmlNode | undefined): string => (typeof node?.['_'] === 'string' ? node['_'].trim() : '');

/**
 * The records of a file, each as an XML text of its own. What is wrong with the whole file (its size, a document type, a
 * record that never ends) is an item that is refused with its reason, so that the files behind it are read all the same.
 */
export async function readFeed(
  client: CommerceClient,
  file: FeedFile,
  cut: (xml: string) => Iterable<Pick<FeedItem, 'xml' | 'list' | 'problem'>>,
  signal: AbortSignal,
): Promise<Result<readonly FeedItem[], Fault>> {
  const named = { file: file.path, modifiedAt: file.modifiedAt as string };
  const refuse = (code: string, message: string) => ok([{ ...named, problem: { code, message } }]);
  if (file.bytes > MAX_BYTES)
    return refuse('feed-too-large', `${file.bytes} bytes, where ${MAX_BYTES} are read at most`);
  const url = client.feedFile(file.path);
  if (url === undefined) return err(NO_INSTANCE);
  const headers = { Accept: 'application/xml' };
  const answer = await client.http.request({ method: 'GET', url, headers, responseType: 'text' }, signal);
  if (!answer.ok && answer.error.code === 'answer-too-large') return refuse('feed-too-large', answer.error.message);
  if (!answer.ok) return answer;
  const xml = String(answer.value.body);
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return refuse('xml-doctype', 'XML with a document type is refused');
  return ok([...cut(xml)].map((part) => ({ ...named, ...part })));
}

/** Elements of a name as they stand in a text, one after another; one that is not closed is named. */
export function* elements(xml: string, name: string): Generator<Pick<FeedItem, 'xml' | 'problem'>> {
  const [begin, end] = [new RegExp(`<${name}(?=[\\s/>])`, 'g'), `</${name}>`];
  for (let start = begin.exec(xml); start; start = begin.exec(xml)) {
    const closed = xml.indexOf(end, start.index);
    if (closed === -1) {
      yield { problem: { code: 'xml-broken', message: `the file ends inside a <${name}>` } };
      return;
    }
    begin.lastIndex = closed + end.length;
    yield { xml: xml.slice(start.index, begin.lastIndex) };
  }
}
