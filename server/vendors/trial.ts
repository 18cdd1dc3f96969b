import type { FetchState } from '../../db/reads/fetches.ts';
import type { TrialFacts } from '../../db/reads/trial.ts';
import type { SourceSetting } from '../../db/settings/change.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Device, Settings, Source, Store } from '../../db/vocabulary/place.ts';
import type { SourceState } from '../../ingest/broker/sources.ts';
import { sharedClaims } from '../provision/claims.ts';
import { filtersMeet } from '../provision/filters.ts';
import type { ProfileFacts, Profiles } from '../provision/profiles.ts';
import { deviceFaults, isBrokerUrl } from '../provision/vendorFaults.ts';
import { surroundingsOf } from '../provision/vendors.ts';
import { feedOf, type SecretsOf, topicsOf } from './connection.ts';
import type { Refused } from './refused.ts';

/** One thing that was looked at, in a sentence that says what to do where it is not well. */
export interface TrialStep {
  readonly ok: boolean;
  readonly text: string;
}

/** What a source is tried with. */
export interface SourceTrial {
  readonly source: SourceSetting;
  readonly settings: Settings;
  /** What the vendor's API wants to be shown; null: nobody has entered it. */
  readonly apiSecret: string | null;
  readonly hasHookSecret: boolean;
}

export interface TrialInput {
  readonly settings: Settings;
  readonly store: Store;
  readonly device: Device;
  readonly profiles: Profiles;
  readonly facts: TrialFacts;
  /** Of the feed by whose webhook the device's messages come. */
  readonly secrets: SecretsOf;
  /** How the vendor of that feed is being asked; undefined: it is not. */
  readonly asked: Pick<FetchState, 'waiting' | 'failed' | 'error'> | undefined;
  /** Of the device's source; undefined: it has none, or another process reads it. */
  readonly sourceState: SourceState | undefined;
  /** What was refused of it, or of the feed by which its messages come, in the last hour. */
  readonly refused: Pick<Refused, 'sentence'> | null;
  /** What is wrong with this server itself, in sentences. */
  readonly troubles: readonly string[];
  readonly now: number;
}

const fine = (text: string): TrialStep => ({ ok: true, text });
const wrong = (text: string): TrialStep => ({ ok: false, text });

/** What is set up of a device and what is missing, what came of it last, and what keeps it from counting. */
export function tryDevice(input: TrialInput): TrialStep[] {
  const profile = input.profiles.get(input.device.profile);
  if (profile === undefined)
    return [wrong(`This version does not read the profile "${input.device.profile}": choose another make.`)];
  return [
    ...setUpSteps(input, profile),
    ...input.troubles.map(wrong),
    ...(input.refused === null ? [] : [wrong(input.refused.sentence)]),
    ...conflictSteps(input),
    ...messageSteps(input),
    ...clockSteps(input),
    ...refusedSteps(input),
  ];
}

function setUpSteps(input: TrialInput, profile: ProfileFacts): TrialStep[] {
  const { device, settings, profiles } = input;
  const faults = device.connection === null ? [] : deviceFaults({}, device, surroundingsOf(settings, profiles));
  const name = profile.models.length > 0 ? `${profile.make} (${profile.profile})` : profile.make;
  return [
    ...(faults.length === 0 ? [fine(`It is set up as ${name}.`)] : []),
    ...faults.map(({ key, message }) => wrong(`Its ${key}: ${message}.`)),
    ...waySteps(input, profile),
  ];
}

function waySteps(input: TrialInput, profile: ProfileFacts): TrialStep[] {
  const { device, settings } = input;
  const source = settings.sources.get(device.connection?.source ?? '');
  if (source !== undefined && isBrokerUrl(source.url ?? '')) return [brokerStep(source, input.sourceState)];
  const topics = topicsOf(device);
  const steps: TrialStep[] = [];
  if (topics.length > 0) steps.push(fine(`It may publish to ${topics.join(', ')} as the user ${device.id}.`));
  if (profile.proof !== null) steps.push(...hookSteps(input, profile, topics.length > 0));
  if (profile.apiHost !== null) {
    const says = 'what its messages only name is asked for, and what was missed is found';
    if (input.secrets.hasApiSecret) steps.push(fine(`The secret of the vendor’s API is there: ${says}.`));
    else steps.push(wrong(`The secret of the vendor’s API is missing: enter it, so that ${says}.`));
    steps.push(...askedSteps(input));
  }
  return steps;
}

function askedSteps({ asked, secrets }: TrialInput): TrialStep[] {
  if (asked === undefined || !secrets.hasApiSecret) return [];
  if (asked.error !== null) return [wrong(asked.error)];
  if (asked.failed > 0) return [wrong(`The vendor did not tell ${asked.failed} that it named: look for them there.`)];
  return asked.waiting > 0 ? [fine(`Still to be asked for: ${asked.waiting}.`)] : [];
}

function brokerStep({ id, topics }: Source, state: SourceState | undefined): TrialStep {
  if (state === undefined)
    return wrong(
      `The source "${id}" is not read by this process: test the source, or look at the process that ingests.`,
    );
  if (!state.connected) return wrong(`The source "${id}" is not connected. ${state.problem ?? ''}`.trim());
  return fine(`The source "${id}" is connected${topics.length > 0 ? ` and reads ${topics.join(', ')}` : ''}.`);
}

function hookSteps({ device, settings, secrets }: TrialInput, { proof }: ProfileFacts, hasOther: boolean): TrialStep[] {
  const feed = feedOf(device, settings)?.holderId ?? device.id;
  if (secrets.hasHookSecret) return [fine(`The webhook of "${feed}" has its secret.`)];
  // It publishes by MQTT, and need not use the webhook.
  if (hasOther) return [];
  if (proof === 'signature')
    return [wrong(`The webhook of "${feed}" has no secret yet: paste the key by which the vendor signs.`)];
  return [wrong(`The webhook of "${feed}" has no secret yet: make one and enter it at the vendor.`)];
}

function conflictSteps({ device, settings }: TrialInput): TrialStep[] {
  const rivals = sharedClaims(settings.devices).flatMap(({ one, other }) =>
    one.id === device.id ? [other.id] : other.id === device.id ? [one.id] : [],
  );
  const same = rivals.map((id) =>
    wrong(
      `The device "${id}" counts the same lines of the same address: give one of them other lines or its own address.`,
    ),
  );
  const others = [...settings.devices.values()].filter((one) => isOtherMake(device, one));
  const odd = others.map(({ id, profile }) =>
    wrong(`The device "${id}" reads the same topic as "${profile}": a topic can be of one make only.`),
  );
  return [...same, ...odd];
}

/** Whether a device of another make takes what this one publishes to the broker of the house. */
function isOtherMake(device: Device, other: Device): boolean {
  const [own, its] = [device.connection, other.connection];
  if (own === null || its === null || own.source !== null || its.source !== null) return false;
  if (device.id === other.id || device.profile === other.profile) return false;
  return own.topics.some((topic) => its.topics.some((rival) => filtersMeet(topic.split('/'), rival.split('/'))));
}

function messageSteps({ device, store, facts: { state }, now }: TrialInput): TrialStep[] {
  const at = state?.lastSeenAt ?? null;
  if (state === null || at === null) {
    return [wrong('Nothing of it has arrived yet: have it send a message, and watch what arrives.')];
  }
  const when = formatInstant(store.timezone, at);
  const isQuiet = now - at > quietMs(device);
  const steps = [
    isQuiet
      ? wrong(`Its last message came at ${when}: check its power and its network.`)
      : fine(`Its last message came at ${when}.`),
  ];
  if (state.problem !== null) steps.push(wrong(`It reports a problem: ${state.problem}.`));
  else if (state.state === 'offline') steps.push(wrong('It says that it is offline.'));
  return steps;
}

/** A counter that reports by the clock is heard at night as well; one that tells each person, and a till, are not. */
function quietMs({ mode, measures, reportsEverySeconds, silentAfterSeconds }: Device): number {
  if (mode === 'event' || measures.includes('sales')) return 36 * 3600_000;
  return Math.max(reportsEverySeconds === null ? silentAfterSeconds : reportsEverySeconds * 3, 600) * 1000;
}

const aheadMs = 5 * 60_000;
const behindMs = 2 * 3600_000;

/** A clock is judged by the newest report beside the time its message came. */
function clockSteps({ facts: { state, placed }, device }: TrialInput): TrialStep[] {
  const unset = placed.find(({ reason }) => reason === 'unset');
  const frozen = placed.find(({ reason }) => reason === 'frozen');
  if (unset !== undefined)
    return [
      wrong('Its clock was never set: what it counts is placed by the time of receipt. Set its time server (NTP).'),
    ];
  if (frozen !== undefined)
    return [
      wrong(
        'Its clock stands still: what it counts is placed by the time of receipt. Restart it, or set its time server.',
      ),
    ];
  const { lastSeenAt: seenAt = null, lastReportAt: reportAt = null } = state ?? {};
  if (seenAt === null || reportAt === null || device.measures.includes('sales')) return [];
  if (reportAt - seenAt > aheadMs) return [wrong('Its clock is ahead: set its time zone and its time server (NTP).')];
  if (seenAt - reportAt > behindMs)
    return [wrong('Its latest counts are hours older than its latest message: check its clock and its time zone.')];
  return [fine('Its clock is right to within minutes.')];
}

function refusedSteps({ facts: { refused } }: TrialInput): TrialStep[] {
  return refused.map(({ reason, detail, count }) =>
    wrong(
      `In the last 24 hours ${count === 1 ? 'one item was' : `${count} items were`} refused (${reason}): ${detail}`,
    ),
  );
}
