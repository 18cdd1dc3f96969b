import type { WordField } from './forms.ts';

/** Ways that dates are written, for the choice; '' is RFC 3339 and what Excel keeps as a date. */
export const dateFormats: readonly string[] = [
  '',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
  'MM/dd/yyyy HH:mm',
  'M/d/yyyy h:mm a',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy-MM-dd HHmm - HHmm',
  'dd.MM.yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
];
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^\d{2}\.\d{2}\.\d{4} \d{1,2}:\d{2}:\d{2}$/, 'dd.MM.yyyy HH:mm:ss'],
  [/^\d{2}\.\d{2}\.\d{4} \d{1,2}:\d{2}$/, 'dd.MM.yyyy HH:mm'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm:ss'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm'],
  [/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/, 'yyyy/MM/dd HH:mm:ss'],
  [/^\d{4}-\d{2}-\d{2} \d{4} - \d{4}$/, 'yyyy-MM-dd HHmm - HHmm'],
  [/^\d{2}\.\d{2}\.\d{4}$/, 'dd.MM.yyyy'],
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2} [AaPp][Mm]$/, 'M/d/yyyy h:mm a'],
];

/** How the times of a file are probably written. Day before month or after it is told by a number above 12, else by day first. */
export function guessDateFormat(times: readonly string[]): string {
  const [first = ''] = times;
  const shape = shapes.find(([pattern]) => pattern.test(first));
  if (shape !== undefined) return shape[1];
  const slashed = /^\d{2}\/\d{2}\/\d{4}( \d{2}:\d{2})?(:\d{2})?$/.exec(first);
  if (slashed === null) return '';
  const isMonthFirst = times.some((time) => Number(time.slice(3, 5)) > 12);
  const day = isMonthFirst ? 'MM/dd/yyyy' : 'dd/MM/yyyy';
  if (slashed[1] === undefined) return day;
  return slashed[2] === undefined || isMonthFirst ? `${day} HH:mm` : `${day} HH:mm:ss`;
}

/** Amounts such as `1 299,90`. */
export function hasDecimalComma(amounts: readonly string[]): boolean {
  return amounts.some((amount) => /,\d{1,2}$/.test(amount.trim()));
}

type Meanings = readonly (readonly [RegExp, string])[];

const meanings: Readonly<Record<WordField['key'], Meanings>> = {
  type: [
    [/void|cancel|storno|отмен|аннул/, 'void'],
    [/return|refund|credit|возврат|rückgabe|retoure|devoluci/, 'return'],
    [/exchange|обмен|umtausch/, 'exchange'],
    [/sale|sell|receipt|purchase|продаж|приход|чек|verkauf|bon|venta/, 'sale'],
  ],
  direction: [
    [/pass|outside|мимо|прохож/, 'passerBy'],
    [/^in\b|^enter|^entr(y|ies|ada)|^вх|^вош|^ein/, 'in'],
    [/^out\b|^exit|^leav|^left|^вых|^выш|^aus|^salida/, 'out'],
  ],
  outcome: [
    [/no.?show|abandon|gave up|left|missed|cancel|не яв|не дожд|уш[её]л|отмен|nicht ersch|abgebr|abbruch/, 'abandoned'],
    [/serv|done|complete|finish|closed|обслуж|заверш|bedient|erledigt|atendid/, 'served'],
  ],
};

/** What the words of a column probably mean, by word in small letters; one that nobody knows leaves its lines out. */
export function guessWords(key: WordField['key'], texts: readonly string[]): Record<string, string> {
  const words = [...new Set(texts.map((text) => text.trim().toLowerCase()))].filter((word) => word !== '');
  return Object.fromEntries(
    words.map((word) => [word, meanings[key].find(([pattern]) => pattern.test(word))?.[1] ?? 'skip']),
  );
}

/** Minutes from one line's time of day to the next one's, the fewest; null where the times do not say. */
export function guessSlotMinutes(texts: readonly string[]): number | null {
  const minutes = texts.flatMap((text) => {
    const found = /(?:^|[T ])(\d{1,2}):?(\d{2})(?!\d|-)/.exec(text);
    return found === null ? [] : [Number(found[1]) * 60 + Number(found[2])];
  });
  const steps = minutes.slice(1).map((minute, place) => minute - (minutes[place] ?? minute));
  const forward = steps.filter((step) => step > 0);
  return forward.length === 0 ? null : Math.min(...forward);
}
