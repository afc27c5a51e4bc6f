import { ABC_CLASSES, type AbcClass } from './abc.ts';
import { XYZ_CLASSES, type XyzClass } from './xyz.ts';

/** How a cell of the ABC-XYZ matrix is replenished. */
export type CellPolicy = {
  /** Continuous review at a fixed quantity, periodic review up to a level, or only against an order. */
  readonly control: '(s,Q)' | '(R,S)' | 'make-to-order';
  /** Share of demand to be served from stock; 0 when nothing is stocked. */
  readonly fillRate: number;
  readonly reviewDays: number;
};

export type Cell = `${AbcClass}${XyzClass}`;
export type PolicyMatrix = { readonly [cell in Cell]: CellPolicy };

/**
 * A usable first matrix: what earns most is watched most, and a unit of service is bought where it is cheap, so an
 * erratic item has a lower target than a steady one of its class. Every figure is meant to be changed.
 */
export const USUAL_POLICIES: PolicyMatrix = {
  AX: { control: '(s,Q)', fillRate: 0.98, reviewDays: 1 },
  AY: { control: '(s,Q)', fillRate: 0.97, reviewDays: 1 },
  AZ: { control: '(s,Q)', fillRate: 0.95, reviewDays: 1 },
  BX: { control: '(s,Q)', fillRate: 0.97, reviewDays: 1 },
  BY: { control: '(R,S)', fillRate: 0.95, reviewDays: 7 },
  BZ: { control: '(R,S)', fillRate: 0.92, reviewDays: 7 },
  CX: { control: '(R,S)', fillRate: 0.95, reviewDays: 14 },
  CY: { control: '(R,S)', fillRate: 0.92, reviewDays: 14 },
  CZ: { control: 'make-to-order', fillRate: 0, reviewDays: 14 },
};

/** The cell of two class codes. */
export function cellOf(abcCode: number, xyzCode: number): Cell {
  return `${ABC_CLASSES[abcCode] ?? 'C'}${XYZ_CLASSES[xyzCode] ?? 'Z'}`;
}

/** How many items lie in each of the nine cells; the counts sum to the number of items. */
export function countCells(abcCodes: Uint8Array, xyzCodes: Uint8Array): Record<Cell, number> {
  const counts = { AX: 0, AY: 0, AZ: 0, BX: 0, BY: 0, BZ: 0, CX: 0, CY: 0, CZ: 0 };
  for (let i = 0; i < abcCodes.length; i++) counts[cellOf(abcCodes[i] as number, xyzCodes[i] as number)]++;
  return counts;
}
