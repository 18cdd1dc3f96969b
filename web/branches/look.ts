import type { AttentionAnswer } from '../../server/contracts/attention.ts';
import type { BranchAttention } from '../../server/kpi/day/schema.ts';
import type { Formats } from '../format/formats.ts';
import { type AttentionLine, lineOf } from '../today/attention.ts';
import { todayMessages } from '../today/todayMessages.ts';
import { lookMessages } from './lookMessages.ts';

/** A branch that needs a look, with the first reason why. */
export interface LookLine extends AttentionLine {
  readonly store: string;
  readonly name: string;
}

interface Words {
  readonly formats: Formats;
  /** The chosen time, which goes along. */
  readonly search: Readonly<Record<string, string>>;
  /** The business date that is running: times of other dates are told with their date. */
  readonly today: string;
}

/** The branches that need a look in words, those that need it most first: of each its first reason, and the page that shows it. */
export function lookLines({ stores }: AttentionAnswer, { formats, search, today }: Words): LookLine[] {
  return stores.flatMap(({ store, name, attention }) => {
    const [first] = attention;
    if (first === undefined) return [];
    const words = { formats, search: { ...search, store }, date: today };
    return [{ store, name, ...reasonOf(first, words) }];
  });
}

function reasonOf(one: BranchAttention, words: Parameters<typeof lineOf>[1]): AttentionLine {
  if (one.code !== 'belowOthers') return lineOf(one, words);
  const [value, low] = [one.value, one.low].map((share) => words.formats.percent(share));
  return {
    ...{ tone: 'fair', text: lookMessages.belowOthers(value ?? '', low ?? ''), note: null },
    ...{ path: '/trends', search: { ...words.search, metric: 'conversionRate' } },
    more: todayMessages.attention.more.trends,
  };
}
