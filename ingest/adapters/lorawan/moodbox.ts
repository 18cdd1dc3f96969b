import { type Finding, type FoundSurvey, fault, type When } from '../finding.ts';
import { byteAt, u16be } from './bytes.ts';

/*
 * IMBuildings' MoodBox: five smileys. Variant 3 says which one was pressed (a bit each, the friendliest first), variant 4 how often each
 * was since the last report. Learnt from akenza-io/device-type-library, types/IMBuildings/MoodBox.
 */

const kind = 3;
/** By variant the length of its telegrams: kind, variant, the device's id, status and battery, and the buttons. */
const lengths: Readonly<Record<number, number>> = { 3: 14, 4: 23 };
const smileys = 5;
/** More presses between two reports are no people. */
const mostPresses = 5000;

/** How the telegram was received. */
interface Received {
  readonly at: When;
  /** By which a second delivery is known; '' where there is nothing: each one received counts. */
  readonly id: string;
  /** Epoch ms. */
  readonly receivedAt: number;
}

/** One answer for each press, as CSAT from 5 (the friendliest) to 1; null: it is no telegram of a MoodBox. */
export function moodboxFindings(bytes: Uint8Array, { at, id, receivedAt }: Received): readonly Finding[] | null {
  const variant = byteAt(bytes, 1);
  if (byteAt(bytes, 0) !== kind || bytes.length !== lengths[variant]) return null;
  const presses = pressesOf(bytes, variant);
  if (presses.reduce((sum, count) => sum + count, 0) > mostPresses) {
    return [fault('schema', `The MoodBox tells of more than ${mostPresses} presses since its last report.`)];
  }
  const name = id === '' ? String(receivedAt) : id;
  return presses.flatMap((count, place) => {
    const score = smileys - place;
    return Array.from({ length: count }, (_, number): FoundSurvey => {
      return { kind: 'survey', id: `${name} ${score} ${number}`, at, survey: 'csat', score };
    });
  });
}

/** The id of the MoodBox in its telegram. */
export function moodboxId(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(2, 10)).toString('hex');
}

function pressesOf(bytes: Uint8Array, variant: number): readonly number[] {
  const places = Array.from({ length: smileys }, (_, place) => place);
  if (variant === 4) return places.map((place) => u16be(bytes, bytes.length - 2 * smileys + 2 * place));
  const pressed = byteAt(bytes, bytes.length - 1);
  return places.map((place) => (pressed >> place) & 1);
}
