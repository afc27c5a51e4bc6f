import type { OrderDocument } from '../../../core/documents/index.ts';
import { type CurrencyCode, exponentOf } from '../../../core/shared/money.ts';
import type { Check } from './check.ts';
import { decode, documentsOf, unlessOrders } from './decoding.ts';
import type { Lab, Message } from './lab.ts';

type Order = { readonly message: Message; readonly order: OrderDocument };

function ordersIn({ subject, messages, extremes }: Lab): readonly Order[] {
  return [...messages, ...extremes].flatMap((message) =>
    documentsOf(decode(subject, message)).flatMap((record) =>
      record.name === 'order' ? [{ message, order: record.document }] : [],
    ),
  );
}

const totals: Check = {
  id: 'money/totals',
  title: 'lines, shipping, taxes, fees and rounding sum to what the buyer owes',
  protects: 'every cent by which two systems differ has a name',
  inapplicable: unlessOrders,
  problems: (lab) =>
    ordersIn(lab).flatMap(({ message, order }) => {
      const { lines, totals: sums, taxesIncluded } = order;
      const added = taxesIncluded ? 0 : sums.taxMinor;
      const linesMinor = lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
      const grandMinor = sums.linesMinor + sums.shippingMinor + added + sums.feesMinor + sums.roundingMinor;
      return [
        ...(linesMinor === sums.linesMinor
          ? []
          : [`${message.about}: the lines sum to ${linesMinor}, not ${sums.linesMinor}`]),
        ...(grandMinor === sums.grandMinor
          ? []
          : [`${message.about}: it all sums to ${grandMinor}, not ${sums.grandMinor}`]),
      ];
    }),
};

const minorUnits: Check = {
  id: 'money/minor-units',
  title: "a line's amount is its price times its quantity, in the minor unit of its currency",
  protects: 'a yen is not taken for a hundred, nor a dinar for a tenth of itself',
  inapplicable: unlessOrders,
  problems: (lab) =>
    ordersIn(lab).flatMap(({ message, order }) =>
      order.lines.flatMap(({ externalId, quantity, unitPrice, discountMinor, totalMinor }) => {
        const exact = Number(unitPrice) * quantity * 10 ** exponentOf(order.currency as CurrencyCode);
        // A source may round each unit to its minor unit.
        const slack = 1 + quantity / 2;
        const isNear = Math.abs(exact - discountMinor - totalMinor) <= slack;
        return isNear
          ? []
          : [`${message.about} line ${externalId}: ${totalMinor} for ${quantity} × ${unitPrice} ${order.currency}`];
      }),
    ),
};

const exponents: Check = {
  id: 'money/exponents',
  title: 'orders in a currency without minor units and in one of three decimals are among the samples',
  protects: 'the arithmetic was tried where it is not by hundredths',
  inapplicable: unlessOrders,
  problems(lab) {
    const orders = ordersIn(lab);
    const tried = new Set(orders.map(({ order }) => exponentOf(order.currency as CurrencyCode)));
    return [0, 3]
      .filter((digits) => !tried.has(digits))
      .map((digits) => `no order in a currency of ${digits} decimals`);
  },
};

export const MONEY: readonly Check[] = [minorUnits, totals, exponents];
