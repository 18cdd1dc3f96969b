import { type Formats, unknown } from './formats.ts';

/** Seconds as people say them: `45 s`, `3 min 20 s`, `12 min`, `1 h 5 min`. Parts of a second are rounded. */
export function durationText(seconds: number | null | undefined, formats: Formats): string {
  if (seconds === null || seconds === undefined) return unknown;
  const whole = Math.round(seconds);
  if (whole < 60) return `${formats.whole(whole)} s`;
  if (whole >= 3600) return joined([Math.round(whole / 60), 60], ['h', 'min'], formats);
  return joined([whole, 60], ['min', 's'], formats);
}

type Pair<Of> = readonly [Of, Of];

function joined([value, size]: Pair<number>, [large, small]: Pair<string>, formats: Formats): string {
  const rest = value % size;
  const first = `${formats.whole(Math.floor(value / size))} ${large}`;
  return rest === 0 ? first : `${first} ${formats.whole(rest)} ${small}`;
}
