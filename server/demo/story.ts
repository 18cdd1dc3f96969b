import { addDays } from '../../db/time/businessDate.ts';
import { instantOf, localParts } from '../../db/time/zone.ts';
import { doorOf, streetOf, tillOf } from './chain.ts';

/** A stretch in which a device sent nothing; epoch ms, `toAt` excluded. */
export interface Silence {
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** A stretch in which a device said that something was wrong with it. */
export interface Trouble extends Silence {
  readonly problem: string;
}

/** From when on receipts of a store were put right later; epoch ms. */
export interface Correction {
  readonly storeId: string;
  readonly fromAt: number;
}

export interface Story {
  readonly silences: readonly Silence[];
  readonly troubles: readonly Trouble[];
  /** Stretches that a device told only when their date was over. */
  readonly delays: readonly Silence[];
  readonly corrections: readonly Correction[];
}

/**
 * What went wrong in the demo's chain, told from the day it was loaded: the line to Hamburg was down for two days, a counter in
 * the street at Munich is missing since last week, one in Los Angeles was covered for a day. Yesterday the door of Sheremetyevo had
 * no network for some hours and told of them later, and there and on the Arbat receipts were put right in the evening.
 */
export function storyOf(loadedAt: number): Story {
  const ago = (zone: string, days: number, hour: number): number =>
    instantOf(zone, addDays(localParts(zone, loadedAt).date, -days), hour * 60);
  const berlin = 'Europe/Berlin';
  const outage = { fromAt: ago(berlin, 24, 13), toAt: ago(berlin, 22, 11) };
  const pacific = 'America/Los_Angeles';
  const moscow = 'Europe/Moscow';
  return {
    silences: [
      ...[doorOf('hamburg'), streetOf('hamburg'), tillOf('hamburg')].map((deviceId) => ({ deviceId, ...outage })),
      { deviceId: streetOf('munich'), fromAt: ago(berlin, 9, 16), toAt: Number.POSITIVE_INFINITY },
    ],
    troubles: [
      {
        deviceId: streetOf('los-angeles'),
        fromAt: ago(pacific, 12, 10),
        toAt: ago(pacific, 11, 9),
        problem: 'covered',
      },
    ],
    delays: [{ deviceId: doorOf('sheremetyevo'), fromAt: ago(moscow, 1, 13), toAt: ago(moscow, 1, 16) }],
    corrections: ['sheremetyevo', 'arbat'].map((storeId) => ({ storeId, fromAt: ago(moscow, 1, 17) })),
  };
}

/** Whether nothing was heard of a device at that time, until its date was over. */
export function isSilent(story: Story, deviceId: string, at: number): boolean {
  return [...story.silences, ...story.delays].some(
    (silence) => silence.deviceId === deviceId && at >= silence.fromAt && at < silence.toAt,
  );
}
