import type { ShownTable } from '../figure/tableFile.ts';
import type { Formats } from '../format/formats.ts';
import { clockText } from './clockText.ts';
import { dataMessages } from './dataMessages.ts';
import type { ClockHour, Coverage, DeviceHours, Gap } from './dataTypes.ts';

const text = dataMessages.coverage;

/** One hour of a strip: `share` null where nothing was due. */
export interface StripHour {
  readonly start: string;
  readonly end: string;
  readonly isOpen: boolean;
  readonly share: number | null;
}

/** A device's day as the grid draws it. */
export interface Strip {
  readonly date: string;
  readonly coverage: number | null;
  readonly hours: readonly StripHour[];
}

/** Neighbouring hours that are alike, as places of the strip's hours. */
export interface StripRun {
  readonly at: number;
  readonly length: number;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * The days of a device, all over the same hours of the clock: from the earliest to the latest at which the store opens on any of
 * the days, so that equal places are equal times.
 */
export function stripsOf({ hours }: Pick<Coverage, 'hours'>, device: DeviceHours): Strip[] {
  const shown = shownClock(hours);
  return device.days.map(({ date, coverage }) => ({
    date,
    coverage,
    hours: hours.flatMap(({ start, end, isOpen, ...hour }, i) => {
      const isShown = hour.date === date && (isOpen || isWithin(placeOf(start, hours, date), shown));
      return isShown ? [{ start, end, isOpen, share: device.shares[i] ?? null }] : [];
    }),
  }));
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Hours since the business date began, by the clock; two that the clock shows twice have two places. */
function placeOf(start: string, hours: readonly ClockHour[], date: string): number {
  const first = hours.find((hour) => hour.date === date)?.start ?? start;
  return Math.round(
    (clockMinutes(start) - clockMinutes(first) + (start.slice(0, 10) > first.slice(0, 10) ? 1440 : 0)) / 60,
  );
}

function clockMinutes(instant: string): number {
  return Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));
}

function shownClock(hours: readonly ClockHour[]): Range {
  const open = hours.filter(({ isOpen }) => isOpen).map(({ start, date }) => placeOf(start, hours, date));
  return { first: Math.min(...open), last: Math.max(...open) };
}

function isWithin(place: number, { first, last }: Range): boolean {
  return place >= first && place <= last;
}

/** What is drawn of a strip: runs of hours in which anything was due; alike to a twentieth. */
export function runsOf(hours: readonly StripHour[]): StripRun[] {
  const runs: StripRun[] = [];
  for (const [at, { share }] of hours.entries()) {
    if (share === null) continue;
    const rounded = share > 0.995 ? 1 : Math.min(0.95, Math.round(share * 20) / 20);
    const last = runs.at(-1);
    if (last !== undefined && last.at + last.length === at && last.share === rounded) {
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    } else runs.push({ at, length: 1, share: rounded });
  }
  return runs;
}

/** Whole per cent, but never 100 % of something that lacks a part, nor 0 % of something that was seen. */
export function shareText(share: number, formats: Formats): string {
  if (share > 0 && share < 0.01) return formats.percent(0.01, 0);
  return formats.percent(Math.floor(share * 100 + 1e-9) / 100, 0);
}

/** The grid as lines and columns: a device's day in each, shares of 1; hours nobody judges are empty. */
export function hoursTable({ devices }: Pick<Coverage, 'devices'>): ShownTable {
  const dates = devices[0]?.days.map(({ date }) => date) ?? [];
  return {
    head: [text.device, ...dates, text.total],
    rows: devices.map(({ id, name, days, coverage }) => [name || id, ...days.map((day) => day.coverage), coverage]),
  };
}

/** A gap with whose it is. */
export interface DeviceGap extends Gap {
  readonly device: string;
  readonly name: string;
}

/** Every gap of the devices: those that go on first, then the latest first. */
export function gapsOf({ devices }: Pick<Coverage, 'devices'>): DeviceGap[] {
  return devices
    .flatMap(({ id, name, gaps }) => gaps.map((gap) => ({ ...gap, device: id, name: name || id })))
    .sort((one, other) => order(other) - order(one));
}

function order({ start, end }: Gap): number {
  return Date.parse(start) + (end === null ? 1e15 : 0);
}

/** It goes on, and nobody took that time out. */
function isGoing({ end, why }: Gap): boolean {
  return end === null && why !== 'taken_out';
}

/** Whether a device has been silent for a quarter of an hour of opening time, and still is. */
export function isAnySilent({ devices }: Pick<Coverage, 'devices'>): boolean {
  return devices.some(({ gaps }) => gaps.some((gap) => isGoing(gap) && gap.missingSeconds >= 900));
}

/** The hour in which the first device began to be heard, where the store was open on an earlier one; null: it was heard all along. */
export function firstHeard({ hours, devices }: Pick<Coverage, 'hours' | 'devices'>): string | null {
  const firstOpen = hours.findIndex(({ isOpen }) => isOpen);
  const firstDue = hours.findIndex((_, i) => devices.some(({ shares }) => shares[i] != null));
  return firstOpen >= 0 && firstDue > firstOpen ? (hours[firstDue]?.start ?? null) : null;
}

/** How the store's devices were heard, in a sentence. */
export function coverageSentence(coverage: Pick<Coverage, 'hours' | 'devices'>, formats: Formats): string {
  const judged = coverage.devices.filter(({ coverage }) => coverage !== null);
  if (judged.length === 0) return text.nothingDue;
  const silent = judged.filter(({ gaps }) => gaps.some(isGoing)).length;
  if (silent > 0) return text.someSilent(formats.counted(silent));
  const withGaps = judged.filter(({ gaps }) => gaps.length > 0).length;
  if (withGaps > 0) return text.someGaps(formats.counted(withGaps));
  const since = firstHeard(coverage);
  return since === null ? text.allGood : text.allGoodSince(clockText(since, formats));
}
