/** The member states of the EU, and Monaco, which belongs to its customs territory: Regulation (EU) 952/2013, article 4. */
const EU: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK'.split(' '),
);

/** Parts of member states outside of that territory, or of that for taxes, by how their postal codes begin. */
const OUTSIDE: readonly (readonly [string, RegExp])[] = [
  // Canary Islands, Ceuta and Melilla.
  ['ES', /^(35|38|51|52)/],
  // Helgoland and Büsingen.
  ['DE', /^(27498|78266)/],
  // Livigno.
  ['IT', /^(23041|23030)/],
  // Mount Athos.
  ['GR', /^63086/],
  // Åland: inside for customs, outside for taxes, so that a declaration is needed all the same.
  ['FI', /^22/],
];

export type Whereabouts = { readonly country?: string | undefined; readonly postalCode?: string | undefined };

/** Whether goods between two places are declared to customs. Not known: no. */
export function crossesCustoms(from: Whereabouts, to: Whereabouts): boolean {
  const [a, b] = [territoryOf(from), territoryOf(to)];
  return a !== null && b !== null && a !== b;
}

/** Northern Ireland counts as the United Kingdom, as carriers have it on their labels. */
function territoryOf({ country, postalCode = '' }: Whereabouts): string | null {
  if (country === undefined) return null;
  if (!EU.has(country)) return country;
  const digits = postalCode.replace(/\D/g, '');
  const outside = OUTSIDE.find(([state, start]) => state === country && start.test(digits));
  return outside ? `${country}/${digits.slice(0, 2)}` : 'EU';
}
