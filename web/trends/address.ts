import { navigate, parameters } from '../navigation.ts';
import type { DateRange } from '../selection/period.ts';

/** What of the page of trends is in the address; null: as it is by itself. */
export interface AddressChange {
  readonly metric?: string;
  readonly by?: string | null;
  readonly figures?: 'reported' | null;
  readonly estimates?: 'no' | null;
  readonly range?: DateRange;
}

/** Changes the address at once, so that one step back undoes it; what is not named stays. */
export async function goTo({ range, ...change }: AddressChange): Promise<void> {
  const search: Record<string, string> = parameters();
  for (const [name, value] of Object.entries(change)) {
    if (typeof value === 'string') search[name] = value;
    else delete search[name];
  }
  if (range) {
    for (const name of ['date', 'period']) delete search[name];
    Object.assign(search, { from: range.from, to: range.to });
  }
  await navigate('/trends', { search, scrollToTop: false });
}
