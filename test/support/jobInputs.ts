/** A few weeks of three items, as a planning file with the mapping "demand". */
export function demandCsv(): string {
  const lines = ['date,sku,quantity,unit_price'];
  for (let day = 0; day < 140; day++) {
    const date = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    lines.push(`${date},FAST,${10 + ((day * 7) % 11)},5.00`, `${date},STEADY,2,8.00`);
    if (day % 12 === 0) lines.push(`${date},RARE,1,3.00`);
  }
  return lines.join('\n');
}

/** A routing file with so many stops. */
export function ringVrp(stops: number): string {
  const ids = Array.from({ length: stops + 1 }, (_, i) => i + 1);
  return [
    `NAME : ring\nDIMENSION : ${stops + 1}\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 40\nNODE_COORD_SECTION`,
    ...ids.map((id) => `${id} ${(id * 7919) % 997} ${(id * 104_729) % 991}`),
    'DEMAND_SECTION',
    ...ids.map((id) => `${id} ${id === 1 ? 0 : 1 + (id % 9)}`),
    'DEPOT_SECTION\n1\n-1\nEOF',
  ].join('\n');
}
