import { describe, expect, test } from 'vitest';
import { trackingStatus } from '../../../connectors/ups/codes.ts';

describe('what a UPS scan means', () => {
  test.each([
    ['a label made', { type: 'M', code: 'MP', statusCode: '003' }, 'labelled'],
    ['a label made void', { type: 'MV', code: 'VP' }, 'cancelled'],
    ['a pickup', { type: 'P', code: 'PU' }, 'accepted'],
    ['a departure', { type: 'I', code: 'DP' }, 'in-transit'],
    ['out for delivery, by its scan', { type: 'I', code: 'OT' }, 'out-for-delivery'],
    ['out for delivery, by its status', { type: 'I', code: '??', statusCode: '021' }, 'out-for-delivery'],
    ['a delivery', { type: 'D', code: 'FS', statusCode: '011' }, 'delivered'],
    [
      'a delivery with codes of no table, said in plain words',
      { type: 'D', code: 'Q9', description: 'DELIVERED ' },
      'delivered',
    ],
    ['out for delivery filed under deliveries', { type: 'D', code: 'Q9', statusCode: '006' }, 'out-for-delivery'],
    [
      'a parcel that came back, which UPS files under deliveries',
      { type: 'D', code: 'UA', statusCode: '034' },
      'returned-to-sender',
    ],
    ['a parcel that came back, without a status', { type: 'D', code: 'UA' }, 'returned-to-sender'],
    ['a parcel on its way back', { type: 'I', code: 'X1', statusCode: '036' }, 'exception'],
    ['a parcel left at an access point', { type: 'D', code: '2Q' }, 'in-transit'],
    [
      'a delivery that does not say to whom',
      { type: 'D', code: 'Q9', description: 'Package was released' },
      'unrecognised',
    ],
    ['an exception', { type: 'X', code: '48' }, 'exception'],
    ['a new delivery date', { type: 'U', code: 'TT' }, 'in-transit'],
    ['letters in another case, with blanks', { type: ' d ', code: 'fs ' }, 'delivered'],
    ['a type that is not in the table', { type: 'ZZ', code: 'ZZ', description: 'DELIVERED' }, 'unrecognised'],
    ['a status that no source explains', { statusCode: '022' }, 'unrecognised'],
    ['nothing at all', {}, 'unrecognised'],
  ] as const)('%s', (_, scan, status) => {
    expect(trackingStatus(scan)).toBe(status);
  });
});
