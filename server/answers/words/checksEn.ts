import { formatInstant } from '../../../db/time/steps.ts';
import { currencyDigits } from '../../../db/vocabulary/currency.ts';
import type { Store } from '../../../db/vocabulary/place.ts';
import type { CheckText, CheckWords, Told } from './checkTold.ts';

/** What does not fit, and what to do about it, in English. */
export const englishChecks: CheckWords = {
  never_reported: ({ name }) => ({
    text: `${name} has not sent anything yet.`,
    action: 'Check that it has power and network, and that its address, user name and secret are the ones set up here.',
  }),
  silence: (told) => ({
    text: told.isOffline
      ? `${told.name} has been offline${since(told)}, ${openTime(told)}.`
      : `Nothing has come from ${told.name}${since(told)}, ${openTime(told)}.`,
    action:
      'Check its power and its network. What it counted meanwhile may still arrive; until then that time is a gap.',
  }),
  problem: (told) => ({
    text: `${told.name} says that something is wrong with it: ${told.finding.figures.problem}${since(told)}.`,
    action: 'Look at it on the spot. Its counts of this time are kept, but are not trusted.',
  }),
  battery_low: ({ name, finding }) => ({
    text: `The battery of ${name} is down to ${finding.figures.percent} %.`,
    action: 'Change the battery before it stops counting.',
  }),
  clock_skew: clockWords,
  clock_unset: ({ name, finding: { figures } }) => ({
    text: `The clock of ${name} ${figures.reason === 'frozen' ? 'stands still' : 'was never set'}: ${count(figures.reports)} of its reports were counted at the time they arrived.`,
    action: 'Set its clock, best by network time (NTP): what arrives late would be counted at the wrong time.',
  }),
  flat_line: flatWords,
  in_out_balance: balanceWords,
  conversion_over_100: ({ finding: { figures } }) => ({
    text: `${count(figures.purchases)} purchases but only ${count(figures.entries)} people came in, ${days(figures.days)}: more bought than entered.`,
    action:
      'The door counter misses people, or an entrance has no counter. Count by hand for some minutes beside it, and compare.',
  }),
  sales_without_traffic: (told) => ({
    text: `${count(told.finding.figures.purchases)} purchases ${between(told)}, and the doors counted nobody.`,
    action:
      'The door counter was covered, turned or switched off meanwhile. Look at it; take the time out if its counts are of no use.',
  }),
  share_shift: ({ finding: { figures } }) => ({
    text: `${figures.entrance} had ${percent(figures.share)} of all entries on its last day, where ${percent(figures.usual)} are usual.`,
    action:
      'If nothing changed at the doors (a closed entrance, works outside), one of the counters was moved or covered: look at all of them.',
  }),
  missing_receipts: missingWords,
};

function missingWords({ store, name, finding: { figures } }: Told): CheckText {
  const { shifts, receipts, missingMinor } = figures;
  const worth = missingMinor === undefined ? '' : ` ${money(store, Number(missingMinor))} of its sales`;
  const lacking = [
    ...(Number(receipts) > 0 ? [`${count(receipts)} receipts`] : []),
    ...(worth === '' ? [] : [worth.trim()]),
  ];
  return {
    text: `${name} says more than arrived in ${count(shifts)} of its shifts of the last 7 days: ${lacking.join(', ')} missing.`,
    action:
      'Compare its Z reports with what arrived, on the page Data. Send the missing receipts again from the till, or import them from a file: what is there already counts once.',
  };
}

function money({ currency }: Store, minor: number): string {
  const digits = currencyDigits(currency);
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
}

function clockWords({ name, finding: { figures } }: Told): CheckText {
  const seconds = Number(figures.seconds);
  if (Number(figures.refused) > 0) {
    return {
      text: `The clock of ${name} is more than 5 minutes fast: ${count(figures.refused)} of its reports lie in the future and were refused.`,
      action: 'Set its clock, best by network time (NTP), then retry its reports in quarantine.',
    };
  }
  const off =
    seconds < 0 ? `${length(-seconds)} fast` : `${length(seconds)} slow, or its reports always come that late`;
  return {
    text: `The clock of ${name} is ${off}.`,
    action: 'Set its clock, best by network time (NTP): visits and receipts land in the wrong quarter of an hour.',
  };
}

function flatWords(told: Told): CheckText {
  const { step, usual } = told.finding.figures;
  const what = step === 'purchases' ? 'sold nothing' : 'counted nobody';
  return {
    text: `${told.name} reports, but ${what} ${between(told)}; even on a quiet day it would have been about ${count(usual)}.`,
    action:
      step === 'purchases'
        ? 'If the till was in use, its receipts do not arrive: check the connection between the till and Lintel.'
        : 'Look whether it is covered, turned or blinded by light. If the store was closed, enter that in its opening hours.',
  };
}

function balanceWords({ name, finding: { deviceId, figures } }: Told): CheckText {
  const isOutMissed = Number(figures.in) > Number(figures.out);
  const where = deviceId === null ? 'the doors' : name;
  return {
    text: `${days(figures.days)} ${where} counted ${count(figures.in)} in and ${count(figures.out)} out, ${percent(figures.share)} apart: who comes in must leave again.`,
    action: isOutMissed
      ? 'People who leave are missed, or people counted in twice. Check how the counter is mounted, and whether people leave where nobody counts.'
      : 'People who come in are missed, or people counted out twice. Check how the counter is mounted, and whether people come in where nobody counts.',
  };
}

/** In hours, however many: a day of opening time would be read as one of the calendar. */
function openTime({ finding }: Told): string {
  const minutes = Number(finding.figures.openMinutes);
  return `${minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`} of opening time`;
}

/** `2026-03-29 14:05`, on the store's clock. */
function clock({ store }: Told, at: number): string {
  return formatInstant(store.timezone, at).slice(0, 16).replace('T', ' ');
}

function since(told: Told): string {
  return told.finding.since === null ? '' : ` since ${clock(told, told.finding.since)}`;
}

function between(told: Told): string {
  const { since: from, until } = told.finding;
  if (from === null) return '';
  if (until === null) return `since ${clock(told, from)}`;
  return `from ${clock(told, from)} to ${clock(told, until).slice(11)}`;
}

function count(value: number | string | undefined): string {
  return String(Math.round(Number(value)));
}

function percent(value: number | string | undefined): string {
  return `${Math.round(100 * Number(value))} %`;
}

function days(value: number | string | undefined): string {
  return Number(value) === 1 ? 'on the last full day' : `over the last ${value} full days`;
}

/** `40 s`, `14 minutes`, `3 hours`, `2 days`. */
function length(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 36 * 3600 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
