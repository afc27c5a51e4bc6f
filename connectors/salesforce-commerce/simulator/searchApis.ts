import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ACCOUNT, type Site } from './site.ts';

const Searching = z.object({
  limit: z.int().min(1).max(200).default(25),
  offset: z.int().min(0).default(0),
  query: z.looseObject({
    filteredQuery: z
      .looseObject({
        filter: z.object({ rangeFilter: z.object({ field: z.literal('lastModified'), from: z.string() }) }),
      })
      .optional(),
  }),
});

/** Searches of products, in the order of their creation, and of one customer list. */
export function searchApis(app: Hono, site: Site): void {
  const organization = `v1/organizations/${ACCOUNT.organizationId}`;
  app.post(`/product/products/${organization}/product-search`, (c) => search(c, [...site.products.values()]));
  app.post(`/customer/customers/${organization}/customer-lists/:list/customer-search`, (c) => {
    const hits = [...site.customers.values()].map((data) => ({ data, relevance: 1, lastModified: data.lastModified }));
    return search(c, hits, ({ data, relevance }) => ({ data, relevance }));
  });
}

async function search<Row extends { readonly lastModified: string }>(
  c: Context,
  all: readonly Row[],
  shown: (row: Row) => object = (row) => row,
): Promise<Response> {
  const asked = Searching.safeParse(await c.req.json());
  if (!asked.success) {
    const type = 'https://api.commercecloud.salesforce.com/documentation/error/v1/errors/bad-request';
    return c.json({ type, title: 'Bad Request', detail: asked.error.issues[0]?.message ?? '' }, 400);
  }
  const { limit, offset, query } = asked.data;
  const from = query.filteredQuery?.filter.rangeFilter.from ?? '';
  const found = all.filter(({ lastModified }) => lastModified >= from);
  const hits = found.slice(offset, offset + limit).map(shown);
  return c.json({ limit: hits.length, offset, total: found.length, hits, query });
}
