import { formatInstant } from '../../db/time/steps.ts';
import type { Device, Settings } from '../../db/vocabulary/place.ts';
import type { RefusalWhy, RefusedLately } from '../../ingest/refusals.ts';
import type { ProfileFacts } from '../provision/profiles.ts';
import type { Services } from '../services.ts';
import { feedOf } from './connection.ts';

/** What was refused of a device or source in the last hour, in a sentence that says what to do. */
export interface Refused {
  readonly count: number;
  /** Epoch ms. */
  readonly lastAt: number;
  readonly sentence: string;
}

/** Of a device's or source's own way, or of the source whose messages a device shares; null: nothing. */
export function refusedOf(
  { settings, profiles, refusedOf: of }: Pick<Services, 'settings' | 'profiles' | 'refusedOf'>,
  id: string,
): Refused | null {
  const { current } = settings;
  const device = current.devices.get(id);
  const feed = device === undefined ? id : (feedOf(device, current)?.holderId ?? id);
  const lately = of(feed);
  if (lately === null) return null;
  const facts = profiles.get(device?.profile ?? current.sources.get(id)?.profile ?? '');
  const holder = current.devices.has(feed) ? 'device' : 'source';
  const sentence = sentenceOf(lately, { facts, holder, timezone: zoneOf(device, current) });
  return { count: lately.count, lastAt: lately.lastAt, sentence };
}

function zoneOf(device: Device | undefined, { stores }: Settings): string | null {
  return stores.get(device?.storeId ?? '')?.timezone ?? null;
}

interface About {
  readonly facts: Pick<ProfileFacts, 'make' | 'proof'> | undefined;
  readonly holder: 'device' | 'source';
  /** null: a source is in no store, and its times are told in UTC. */
  readonly timezone: string | null;
}

function sentenceOf({ count, lastAt, why, address }: RefusedLately, about: About): string {
  const many = count === 1 ? '1 request was refused' : `${count} requests were refused`;
  const clock = formatInstant(about.timezone ?? 'UTC', lastAt).slice(11, 16);
  const at = about.timezone === null ? `${clock} UTC` : clock;
  return `${many} in the last hour, the last at ${at}: ${whyOf(why, address, about)}`;
}

function whyOf(why: RefusalWhy, address: string | null, { facts, holder }: About): string {
  const paste = `Paste the key by which ${facts?.make ?? 'the vendor'} signs on this ${holder}’s page.`;
  const isSigned = facts?.proof === 'signature';
  const enter = 'Enter the present one where it is sent from.';
  const sentences: Readonly<Record<RefusalWhy, string>> = {
    address: `it came from ${address ?? 'elsewhere'}, which is none of the networks it may send from. Add that one to them if it is its own (allowFrom).`,
    noSecret: isSigned
      ? `no key is kept to check the signature with. ${paste}`
      : 'this address has no secret yet. Make one under “Secrets” and enter it where it is sent from.',
    missing: isSigned
      ? `not signed. ${paste}`
      : 'without the secret of this address. Make a new one under “Secrets” where it was lost, and enter it where it is sent from.',
    forged: isSigned
      ? `not signed with the key that is kept. ${paste}`
      : `not made with the secret of this address. ${enter}`,
    late: 'signed too long ago. Check the clocks of both sides.',
    tooMany: `too many that did not show whom they come from. ${isSigned ? paste : enter}`,
    login: 'the MQTT password was wrong. Enter the present secret at the device, or make a new one under “Secrets”.',
    topic: 'published to a topic that is not this device’s. Correct the topic at the device, or here.',
  };
  return sentences[why];
}
