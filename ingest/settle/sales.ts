import { currencyDigits } from '../../db/vocabulary/currency.ts';
import type { Sale, ZReport } from '../../db/vocabulary/event.ts';
import { roundedOf } from '../adapters/decimal.ts';
import { type Refusal, refuse } from '../adapters/decoded.ts';
import type { FoundSale, FoundZReport, Money } from '../adapters/finding.ts';
import { minorUnits } from '../adapters/native/amount.ts';
import { maxCount } from '../adapters/native/fields.ts';
import { isKeptText } from './channels.ts';
import type { SettleContext, Settled } from './settled.ts';
import { claimedAt, isRefused, settleSaleTime } from './when.ts';

/** No receipt is larger (native/amount.ts). */
const largestMinor = 1e13;

/** A receipt in the store's currency; its source is the device, so that two tills' numbers never meet. */
export function settleSale(found: FoundSale, context: SettleContext): Settled {
  const names = [found.id, found.till, found.original, found.channel];
  if (found.id === '') return refuse('schema', 'The receipt has no number.');
  if (names.some((name) => typeof name === 'string' && !isKeptText(name))) {
    return refuse('schema', 'A name on the receipt is too long, or no text.');
  }
  const at = settleSaleTime(found.at, context);
  if (isRefused(at)) return at;
  const updatedAt = claimedAt(
    found.updatedAt === undefined || found.updatedAt === null ? 'received' : found.updatedAt,
    context,
  );
  if (isRefused(updatedAt)) return updatedAt;
  const amounts = amountsOf(found, context);
  if (isRefused(amounts)) return amounts;
  const { id, type } = found;
  const event: Sale = {
    kind: 'sale',
    id,
    source: context.device.id,
    at,
    type,
    ...amounts,
    items: itemsOf(found.items),
    till: found.till ?? null,
    employee: null,
    channel: found.channel ?? 'store',
    isTraining: found.isTraining ?? false,
    original: found.original ?? null,
    updatedAt,
  };
  return { kind: 'event', event, placing: null };
}

/** What a till says of its shift. */
export function settleZReport(found: FoundZReport, context: SettleContext): Settled {
  if (found.id === '' || !isKeptText(found.id)) return refuse('schema', 'The Z report has no number.');
  const closedAt = settleSaleTime(found.closedAt, context);
  if (isRefused(closedAt)) return closedAt;
  const openedAt = found.openedAt === undefined || found.openedAt === null ? null : claimedAt(found.openedAt, context);
  if (isRefused(openedAt)) return openedAt;
  const { currency } = found;
  const salesMinor = minorOf(found.sales ?? null, currency, context);
  if (isRefused(salesMinor)) return salesMinor;
  const returnsMinor = minorOf(found.returns ?? null, currency, context);
  if (isRefused(returnsMinor)) return returnsMinor;
  const updatedAt =
    found.updatedAt === undefined || found.updatedAt === null ? null : claimedAt(found.updatedAt, context);
  if (isRefused(updatedAt)) return updatedAt;
  const event: ZReport = {
    kind: 'zReport',
    id: found.id,
    source: context.device.id,
    till: found.till ?? null,
    openedAt,
    closedAt,
    salesCount: itemsOf(found.salesCount),
    salesMinor,
    returnsCount: itemsOf(found.returnsCount),
    returnsMinor,
    receiptsCount: itemsOf(found.receiptsCount),
    updatedAt,
  };
  return { kind: 'event', event, placing: null };
}

/** A number of items that is no whole number (1.254 kg) says nothing about pieces. */
function itemsOf(items: number | null | undefined): number | null {
  return typeof items === 'number' && Number.isSafeInteger(items) && items >= 0 && items <= maxCount ? items : null;
}

function amountsOf(found: FoundSale, context: SettleContext): Pick<Sale, 'totalMinor' | 'taxMinor'> | Refusal {
  const totalMinor = minorOf(found.total, found.currency, context);
  if (isRefused(totalMinor)) return totalMinor;
  if (totalMinor === null) return refuse('bad_amount', 'The receipt has no total.');
  const isBelow = totalMinor < 0 && found.type !== 'exchange';
  if (isBelow) return refuse('bad_amount', `The total of the ${found.type} is below 0.`);
  const taxMinor = minorOf(found.tax ?? null, found.currency, context);
  return isRefused(taxMinor) ? taxMinor : { totalMinor, taxMinor };
}

/** What stands behind comes of somebody's floating point (333.02000000000004) and is none of the money. */
const mostDigits = 6;

/** Whole minor units of an amount in the currency's unit; null: it is none. */
function majorUnits(
  { major, isRounded = true }: Extract<Money, { readonly major: unknown }>,
  currency: string,
): number | null {
  const exact = minorUnits(major, currency);
  if (exact !== null) return exact;
  const rounded = roundedOf(major, isRounded ? mostDigits : currencyDigits(currency));
  return rounded === null ? null : minorUnits(rounded, currency);
}

/** Whole minor units of the store's currency; null where there is no amount. */
function minorOf(
  money: Money | null,
  currency: string | null | undefined,
  { store }: SettleContext,
): number | null | Refusal {
  if (typeof currency === 'string' && currency !== store.currency) {
    return refuse(
      'currency_mismatch',
      `The amount is in ${currency.slice(0, 8)}, the store's currency is ${store.currency}.`,
    );
  }
  if (money === null) return null;
  if ('major' in money) {
    return majorUnits(money, store.currency) ?? refuse('bad_amount', `An amount is none of ${store.currency}.`);
  }
  if (Number.isSafeInteger(money.minor) && Math.abs(money.minor) <= largestMinor) return money.minor + 0;
  const digits = currencyDigits(store.currency);
  return refuse(
    'bad_amount',
    `An amount is not a whole number of the smallest units (${digits} decimals) of ${store.currency}.`,
  );
}
