import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { HttpAnswer, HttpRequest } from './io.ts';
import { type TimeFormat, writeTime } from './timeFormat.ts';

/** Where something stands in a JSON body: names joined by dots, "data.orders.nodes"; "" is the whole. */
export type Path = string;

/** How a system hands out its pages. */
export type SimplePaging =
  /** One answer holds everything. */
  | { readonly kind: 'whole' }
  /** The answer names the next page in its body, and the request takes it back as a parameter. */
  | { readonly kind: 'cursor'; readonly next: Path; readonly param: string }
  /** The same by a header of the answer, or into the body of a POST. */
  | {
      readonly kind: 'token';
      readonly next: { readonly in: 'body' | 'header'; readonly name: string };
      readonly param: { readonly in: 'query' | 'header' | 'body'; readonly name: string };
    }
  /** `Link: <…>; rel="next"` (RFC 8288). */
  | { readonly kind: 'link' }
  /**
   * By number of items or pages. A record that changes while pages are read moves, and shifts all others by one: only
   * where the newest come first does that repeat a record instead of stepping over one, so a cursor by time needs it.
   */
  | {
      readonly kind: 'offset';
      readonly param: string;
      readonly counts: 'items' | 'pages';
      readonly first: number;
      readonly size: number;
      readonly sizeParam: string;
      readonly order: 'newest-first' | 'by-id';
    }
  /** A GraphQL connection (Relay): `variable` takes the end cursor of the page before. */
  | { readonly kind: 'graphql'; readonly connection: Path; readonly variable: string };

/** Windows of time, one after another, each read by pages; for systems that limit how long a span may be asked for. */
export type WindowPaging = {
  readonly kind: 'windows';
  readonly from: string;
  readonly to: string;
  readonly format: TimeFormat;
  readonly windowMs: number;
  /** Where the first run of all begins: how far back the system keeps, or the hub wants, its past. */
  readonly beginsMsAgo: number;
  readonly each: SimplePaging;
};

export type Paging = SimplePaging | WindowPaging;

/** The value at a path of a JSON body; undefined where there is none. */
export function valueAt(body: unknown, path: Path): unknown {
  if (path === '') return body;
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
      body,
    );
}

/** A request for the page that `place` names; the first page for null. */
export function requestPage(request: HttpRequest, paging: SimplePaging, place: unknown): HttpRequest {
  switch (paging.kind) {
    case 'whole':
      return request;
    case 'cursor':
      return place === null ? request : withParam(request, 'query', paging.param, place);
    case 'token':
      return place === null ? request : withParam(request, paging.param.in, paging.param.name, place);
    case 'link':
      // The next link holds every parameter already.
      return place === null ? request : { ...withoutQuery(request), url: String(place) };
    case 'offset': {
      const sized = withParam(request, 'query', paging.sizeParam, paging.size);
      return withParam(sized, 'query', paging.param, place ?? paging.first);
    }
    case 'graphql':
      return withVariable(request, paging.variable, place);
  }
}

const withoutQuery = ({ query: _, ...request }: HttpRequest): HttpRequest => request;

function withParam(
  request: HttpRequest,
  place: 'query' | 'header' | 'body',
  name: string,
  value: unknown,
): HttpRequest {
  switch (place) {
    case 'query':
      return { ...request, query: { ...request.query, [name]: value as string | number } };
    case 'header':
      return { ...request, headers: { ...request.headers, [name]: String(value) } };
    case 'body':
      return { ...request, body: { ...(request.body as object | undefined), [name]: value } };
  }
}

function withVariable(request: HttpRequest, name: string, value: unknown): HttpRequest {
  const body = (request.body ?? {}) as { readonly variables?: object };
  return { ...request, body: { ...body, variables: { ...body.variables, [name]: value } } };
}

/** What names the page after an answer; null when it was the last. A page that repeats itself is a fault, not a loop. */
export function nextPage(
  paging: SimplePaging,
  place: unknown,
  answer: HttpAnswer,
  items: number,
): Result<unknown, Fault> {
  const next = namedNext(paging, place, answer, items);
  if (next !== null && JSON.stringify(next) === JSON.stringify(place))
    return err(permanent('page-repeats', `the page after ${JSON.stringify(place)} is itself`));
  return ok(next);
}

function namedNext(paging: SimplePaging, place: unknown, { headers, body }: HttpAnswer, items: number): unknown {
  switch (paging.kind) {
    case 'whole':
      return null;
    case 'cursor':
      return said(valueAt(body, paging.next));
    case 'token':
      return said(
        paging.next.in === 'body' ? valueAt(body, paging.next.name) : headers.get(paging.next.name.toLowerCase()),
      );
    case 'link':
      return nextLink(headers.get('link'));
    case 'offset': {
      const at = Number(place ?? paging.first);
      return items < paging.size ? null : at + (paging.counts === 'items' ? paging.size : 1);
    }
    case 'graphql': {
      const info = valueAt(body, `${paging.connection}.pageInfo`) as
        | { hasNextPage?: boolean; endCursor?: string }
        | undefined;
      return info?.hasNextPage ? said(info.endCursor) : null;
    }
  }
}

const said = (value: unknown): unknown => (value === undefined || value === '' || value === false ? null : value);

/** The target of rel="next" in a Link header (RFC 8288, section 3). */
export function nextLink(header: string | undefined): string | null {
  for (const [, target = '', params = ''] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(params);
    if ((rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) return target;
  }
  return null;
}

/** A place inside windows: the window's ends, and the page inside it. */
export type WindowPlace = { readonly from: Instant; readonly to: Instant; readonly page: unknown };

/** The first window of a run: from the checkpoint, or as far back as declared. */
export function firstWindow(paging: WindowPaging, since: Instant | null, now: Instant): WindowPlace {
  const from = since ?? instantOf(epochMs(now) - paging.beginsMsAgo);
  return { from, to: windowEnd(from, paging, now), page: null };
}

/** The place after a page of a window: its next page, the next window, or null at the present. */
export function nextWindow(
  paging: WindowPaging,
  { from, to }: WindowPlace,
  page: unknown,
  now: Instant,
): WindowPlace | null {
  if (page !== null) return { from, to, page };
  if (epochMs(to) >= epochMs(now)) return null;
  return { from: to, to: windowEnd(to, paging, now), page: null };
}

function windowEnd(from: Instant, { windowMs }: WindowPaging, now: Instant): Instant {
  return instantOf(Math.min(epochMs(from) + windowMs, Math.max(epochMs(now), epochMs(from))));
}

/** The request for a window, with its ends as the system writes times. */
export function requestWindow(request: HttpRequest, paging: WindowPaging, { from, to }: WindowPlace): HttpRequest {
  const query = { [paging.from]: writeTime(paging.format, from), [paging.to]: writeTime(paging.format, to) };
  return { ...request, query: { ...request.query, ...query } };
}
