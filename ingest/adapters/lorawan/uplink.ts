import { aside, type Finding, type FoundAside, type When } from '../finding.ts';
import { readDecoded } from './decodedObject.ts';
import { findingsOf } from './findings.ts';
import { otherDeviceOf, readImbuildings } from './imbuildingsBytes.ts';
import { readMilesight } from './milesightBytes.ts';
import { type Family, familyOf } from './models.ts';
import { moodboxFindings } from './moodbox.ts';
import { hasCounts, type Telegram } from './telegram.ts';

/** One uplink, without the envelope of its network server. */
export interface Uplink {
  /** The telegram's bytes, where the network server sends them. */
  readonly bytes: Uint8Array | null;
  /** What the network server's codec made of them; undefined where it has none. */
  readonly decoded: unknown;
  readonly port: number | null;
  /** The device's option `model`, or names in the message that may hold it. */
  readonly model: string;
  /** The network server's time. */
  readonly at: When;
  /** By which a second delivery is known: session and counter, or the network server's own id; '' where there is nothing. */
  readonly id: string;
}

/**
 * Reads an uplink: what the codec made of it, where that counts someone, else its bytes. Never throws; an uplink of anything but a
 * people counter is an aside.
 */
export function readUplink(uplink: Uplink): readonly Finding[] {
  const decoded = readDecoded(uplink.decoded);
  if (decoded !== null && hasCounts(decoded)) return findingsOf(decoded, uplink);
  const pressed = uplink.bytes === null ? null : pressedOf(uplink.bytes, uplink);
  if (pressed !== null) return pressed;
  const telegram = (uplink.bytes === null ? null : readBytes(uplink.bytes, uplink)) ?? decoded;
  return telegram === null ? [nothingOf(uplink)] : findingsOf(telegram, uplink);
}

/** Presses of smileys, where its network server gives the uplink's bytes; none where nobody pressed. */
function pressedOf(bytes: Uint8Array, { at, id, model }: Uplink): readonly Finding[] | null {
  const family = familyOf(model);
  if (family !== null && family !== 'imbuildings') return null;
  const name = id === '' ? JSON.stringify(at) : id;
  const pressed = moodboxFindings(bytes, { at, id: name, receivedAt: 0 });
  return pressed?.length === 0 ? [aside('alive', 'Nobody pressed a smiley.')] : pressed;
}

function readBytes(bytes: Uint8Array, { port, model }: Uplink): Telegram | null {
  const family: Family | null = familyOf(model);
  if (family === 'imbuildings') return readImbuildings(bytes, port)?.telegram ?? null;
  const imbuildings = family === null ? readImbuildings(bytes, port) : null;
  return imbuildings?.telegram ?? readMilesight(bytes, family);
}

function nothingOf({ bytes, port }: Uplink): FoundAside {
  if (bytes === null) return aside('alive', 'The uplink has no data.');
  const other = otherDeviceOf(bytes);
  if (other !== null) return aside('other', `Nobody is counted in it: ${other}.`);
  return aside('other', `${bytes.length} bytes on port ${port ?? 0} are of no people counter that Lintel reads.`);
}
