/**
 * What a people counter's telegram says, however it came: as the bytes of the radio, or decoded by the network server. In the vendor's
 * own words for lines and directions; the line is '' where the counter has only one.
 */
export interface Telegram {
  /** Running totals by line, then by direction. */
  readonly totals: Map<string, Record<string, number>>;
  /** People since the report before, by line and direction. When that report was the telegram does not say. */
  readonly periods: Map<string, Record<string, number>>;
  /** Totals of the past, sent again because a telegram was lost, by time and line. */
  readonly history: Map<string, PastTotals>;
  /** Periods of the past that came without totals: nothing tells which of them had arrived. */
  pastPeriods: number;
  /** The periods are those up to an alarm, and come again with the regular report. */
  isAlarm: boolean;
  /** What keeps the counter from seeing; null: it says that nothing does; undefined: it says nothing. */
  problem: string | null | undefined;
  battery: number | null;
  /** What else there is, for people to read: `seat`, `battery`. */
  readonly others: Set<string>;
  /** What cannot be read, for people to read. */
  fault: string | null;
}

export interface PastTotals {
  readonly line: string;
  /** Epoch ms by the device's clock. */
  readonly at: number;
  readonly channels: Record<string, number>;
}

export function emptyTelegram(): Telegram {
  return {
    totals: new Map(),
    periods: new Map(),
    history: new Map(),
    pastPeriods: 0,
    isAlarm: false,
    problem: undefined,
    battery: null,
    others: new Set(),
    fault: null,
  };
}

/** One direction of a line. */
export interface Place {
  readonly line: string;
  readonly channel: string;
}

/** Notes one direction's count at a line of `totals` or `periods`. */
export function note(counts: Telegram['totals'], { line, channel }: Place, count: number): void {
  const channels = counts.get(line);
  if (channels === undefined) counts.set(line, { [channel]: count });
  else channels[channel] = count;
}

/** Notes a total of the past; those of one line and time are one reading. */
export function notePast(telegram: Telegram, { line, channel }: Place, past: { at: number; total: number }): void {
  const key = `${past.at} ${line}`;
  const known = telegram.history.get(key);
  if (known === undefined) telegram.history.set(key, { line, at: past.at, channels: { [channel]: past.total } });
  else known.channels[channel] = past.total;
}

/** Whether it says anything of people at a door. */
export function hasCounts({ totals, periods, history, pastPeriods }: Telegram): boolean {
  return totals.size > 0 || periods.size > 0 || history.size > 0 || pastPeriods > 0;
}
