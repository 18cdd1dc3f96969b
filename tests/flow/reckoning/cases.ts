/** Whole stores with all that happens to them, as fast-check draws and shrinks them. */
import fc from 'fast-check';
import { businessDate } from './calendar.ts';
import type { DeviceSpec, Parcel, StoreSpec, TakeOut } from './chain.ts';
import { type Plan, planOf } from './generate.ts';
import { inOrder, shuffled } from './parcels.ts';
import { type Random, randomFrom } from './random.ts';
import { trafficOf } from './traffic.ts';

/** Stands in ids for the store's own, which is new each time it is lived. */
export const placeholder = '~';

export interface Case extends Plan {
  readonly seed: number;
  /** What comes before somebody decides about what is held and takes spans out, and what comes after. */
  readonly early: readonly Parcel[];
  readonly late: readonly Parcel[];
  readonly takeOuts: readonly (TakeOut & { readonly isReverted: boolean })[];
}

const minute = 60_000;

function takeOutsOf(random: Random, { devices }: StoreSpec, sent: readonly Parcel[]): Case['takeOuts'] {
  const times = sent.flat().map(({ item }) => Date.parse('start' in item ? item.start : item.at));
  if (times.length === 0 || random.chance(0.5)) return [];
  return Array.from({ length: random.int(1, 3) }, () => {
    const from = random.pick(times) + random.pick([0, 0, random.int(-90, 90)]) * minute;
    const to = from + random.pick([1, 7, 15, 45, 200, 1500]) * minute + random.pick([0, 0, 1, 31_007]);
    return { device: random.pick(devices).id, from, to, isReverted: random.chance(0.2) };
  });
}

function caseOf(seed: number): Case {
  const random = randomFrom(seed);
  const plan = planOf(random, placeholder, random.pick([0, 0, 1]));
  const sent = trafficOf(random, plan);
  const parcels = random.chance(0.4) ? inOrder(random, sent) : shuffled(random, sent);
  const cut = random.chance(0.5) ? parcels.length : random.int(0, parcels.length);
  const [early, late] = [parcels.slice(0, cut), parcels.slice(cut)];
  return { ...plan, seed, early, late, takeOuts: takeOutsOf(random, plan.store, early) };
}

function* withoutParts<T>(all: readonly T[]): Generator<T[]> {
  for (let size = Math.ceil(all.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < all.length; at += size) yield [...all.slice(0, at), ...all.slice(at + size)];
  }
}

function* plainerStores({ store, ...one }: Case): Generator<Case> {
  const { openingHours: _, dayStartsAt: __, ...open } = store;
  const plainer: StoreSpec[] = [
    { ...open, timezone: 'UTC' },
    { ...store, timezone: 'UTC' },
    ...(store.openingHours === undefined ? [] : [open]),
    { ...store, dayStartsAt: '00:00' },
    { ...store, passersByIncludesEntrants: true },
    { ...store, entrances: (store.entrances ?? []).map((door) => ({ ...door, countAs: 'in' as const })) },
  ];
  for (const next of plainer) if (JSON.stringify(next) !== JSON.stringify(store)) yield { ...one, store: next };
  for (const [i, device] of store.devices.entries()) {
    for (const name of ['installedAt', 'removedAt', 'maxPerMinute', 'counterBits', 'lines', 'entrance'] as const) {
      if (device[name] === undefined) continue;
      const { [name]: ___, ...rest } = device;
      const devices = store.devices.map((was, place) => (place === i ? (rest as DeviceSpec) : was));
      yield { ...one, store: { ...store, devices } };
    }
  }
}

/** The dates that what is left can touch. */
function narrower(one: Case): Case[] {
  const times = [...one.early, ...one.late]
    .flat()
    .flatMap(({ item }) => ('start' in item ? [item.start, item.end] : [item.at]));
  const dates = times.map((at) => businessDate(one.store, Date.parse(at))).sort();
  const next = { ...one, from: dates[0] ?? one.from, to: dates.at(-1) ?? one.to };
  return next.to < one.to || next.from > one.from ? [next] : [];
}

/** Everything that is a little less than this. */
function* smaller(one: Case): Generator<Case> {
  if (one.late.length > 0) yield { ...one, early: [...one.early, ...one.late], late: [] };
  for (const takeOuts of withoutParts(one.takeOuts)) yield { ...one, takeOuts };
  for (const devices of withoutParts(one.store.devices)) {
    const stays = ({ device }: { device: string }): boolean => devices.some(({ id }) => id === device);
    const [early, late] = [one.early, one.late].map((parcels) => parcels.filter((parcel) => parcel.some(stays)));
    const takeOuts = one.takeOuts.filter(stays);
    yield { ...one, store: { ...one.store, devices }, early: early ?? [], late: late ?? [], takeOuts };
  }
  for (const early of withoutParts(one.early)) yield { ...one, early };
  for (const late of withoutParts(one.late)) yield { ...one, late };
  for (const name of ['early', 'late'] as const) {
    for (const [i, parcel] of one[name].entries()) {
      if (parcel.length === 1) continue;
      for (const fewer of withoutParts(parcel)) {
        yield { ...one, [name]: one[name].map((was, place) => (place === i ? fewer : was)) };
      }
    }
  }
  yield* narrower(one);
  yield* plainerStores(one);
}

/** fast-check's way to an arbitrary that knows how to shrink what it drew. */
class CaseArbitrary extends fc.Arbitrary<Case> {
  override generate(random: fc.Random): fc.Value<Case> {
    return new fc.Value(caseOf(random.nextInt(1, 2 ** 31 - 1)), undefined);
  }

  override canShrinkWithoutContext(_: unknown): _ is Case {
    return true;
  }

  override shrink(value: Case): fc.Stream<fc.Value<Case>> {
    return fc.stream(smaller(value)).map((one) => new fc.Value(one, undefined));
  }
}

export const cases = (): fc.Arbitrary<Case> => new CaseArbitrary();
