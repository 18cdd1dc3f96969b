/** Lets a case happen to a running server and says where its answers differ from the reckoning. */
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { systemScope } from '../../../db/vocabulary/scope.ts';
import { type Api, call, send, setUp, type Way } from './api.ts';
import { type Case, placeholder } from './cases.ts';
import type { Decision, Parcel } from './chain.ts';
import { deviceFaults, funnelFaults, restatementFaults } from './check.ts';
import { type World, worldOf } from './figures.ts';
import { randomFrom } from './random.ts';

export interface House {
  readonly api: Api;
  readonly sql: Sql;
  /** By which way a store's messages go, given the secrets of its devices. */
  way(secrets: ReadonlyMap<string, string>, seed: number): Way;
}

/** The case as it happens to the store of this id. */
function named(one: Case, id: string): Case {
  return JSON.parse(JSON.stringify(one).replaceAll(placeholder, id));
}

/** Devices side by side, each in its order; tills share sources and go one after the other. */
async function sendTogether(way: Way, parcels: readonly Parcel[]): Promise<void> {
  const lanes = new Map<string, Parcel[]>();
  for (const parcel of parcels) {
    const [first] = parcel;
    if (first === undefined) continue;
    const lane = first.kind === 'sales' ? 'tills' : first.device;
    lanes.set(lane, [...(lanes.get(lane) ?? []), parcel]);
  }
  await Promise.all([...lanes.values()].map((lane) => send(way, lane)));
}

const iso = (at: number): string => new Date(at).toISOString();

/** Somebody accepts some of what is held, drops some and leaves the rest. */
async function decide(api: Api, world: World, seed: number): Promise<Decision[]> {
  const random = randomFrom(seed);
  const held = world.feeds.flatMap(({ spec, differences }) =>
    differences.filter(({ fate }) => fate === 'held').map((one) => ({ ...one, device: spec.id })),
  );
  const decisions: Decision[] = [];
  for (const { fate: _, ...one } of held) {
    const decision = random.pick(['accept', 'drop', null] as const);
    if (decision === null || decisions.length > 6) continue;
    decisions.push({ ...one, decision });
    const said = { line: one.line, start: iso(one.from), end: iso(one.to), decision };
    const answer = await call(api, `devices/${one.device}/held`, { method: 'POST', body: JSON.stringify(said) });
    if (answer.status !== 200) throw new Error(`deciding answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return decisions;
}

async function takeOut(api: Api, { store, takeOuts }: Case): Promise<Case['takeOuts']> {
  for (const { device, from, to, isReverted } of takeOuts) {
    const body = JSON.stringify({ device, start: iso(from), end: iso(to), reason: 'test_walk' });
    const made = await call(api, `stores/${store.id}/take-outs`, { method: 'POST', body });
    if (made.status >= 300) throw new Error(`taking out answered ${made.status}: ${JSON.stringify(made.body)}`);
    if (isReverted) await call(api, `stores/${store.id}/take-outs/${made.body['id']}`, { method: 'DELETE' });
  }
  return takeOuts.filter(({ isReverted }) => !isReverted);
}

const bys = ['15m', 'hour', 'day', 'week', 'month'] as const;
const scope = systemScope('test');

/** Rollups that are not what the facts say. */
async function rollupFaults(sql: Sql, storeId: string): Promise<string[]> {
  const settings = await loadSettings(sql, scope);
  const found = await compareRollups(sql, scope, { settings, storeId, now: Date.now(), limit: 3 });
  return found.map((one) => `rollup ${JSON.stringify(one)}`);
}

export async function faultsOf(house: House, one: Case, id: string): Promise<string[]> {
  const mine = named(one, id);
  const { store, from, to, early, late } = mine;
  const dates = (): { from: string; to: string; now: number } => ({ from, to, now: Date.now() });
  const way = house.way(await setUp(house.api, store), one.seed);
  await sendTogether(way, early);
  const decisions = await decide(house.api, worldOf(store, { parcels: early }, dates()), one.seed);
  const takeOuts = await takeOut(house.api, mine);
  await sendTogether(way, late);
  const world = worldOf(store, { parcels: [...early, ...late], decisions, takeOuts }, dates());
  const random = randomFrom(one.seed + 1);
  const faults: string[] = [];
  for (const by of [bys[random.int(0, 1)], bys[random.int(2, 4)]] as const) {
    const hours = random.pick(['open', 'all'] as const);
    if (by !== undefined) faults.push(...(await funnelFaults(house.api, world, { from, to, hours, by })));
  }
  faults.push(...(await restatementFaults(house.api, world, { from, to, hours: 'open' })));
  faults.push(...(await deviceFaults(house.api, world)), ...(await rollupFaults(house.sql, id)));
  return faults;
}
