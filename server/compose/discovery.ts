import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import type { Settings, Source } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Told } from '../../ingest/broker/external.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
import type { TodayAnswer } from '../contracts/funnel.ts';
import { availabilityTopic, toldOf, usualPrefix } from '../discovery/entities.ts';
import { openMemory } from '../discovery/memory.ts';
import { type Broker, openPublisher } from '../discovery/publisher.ts';
import { every } from './every.ts';
import { answersOf } from './live.ts';

const scope = systemScope('discovery');
const roundEveryMs = 2_000;
/** Of a reader thread's time, figures for others take no more than one part in so many. */
const shareOfReader = 20;

export interface DiscoveryInput {
  readonly config: Pick<Config, 'homeAssistantDiscovery' | 'dataDir'>;
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly houseId: string;
  /** At the main broker; null: this process has none. */
  readonly tellMain: ((told: Told) => Promise<void>) | null;
  /** At a source's broker; null: this process reads none. */
  readonly tellSource: ((id: string, told: Told) => Promise<void>) | null;
}

export interface RunningDiscovery {
  /** A broker was away: it may have forgotten what it was told. */
  reconnected(broker: string): void;
  stop(): Promise<void>;
}

/** Where a source's broker is told for Home Assistant: its option `discovery`, true or the prefix; null: it is not. */
export function discoveryPrefix({ options }: Pick<Source, 'options'>): string | null {
  const { discovery } = options as { readonly discovery?: unknown };
  if (discovery === true || discovery === 'on' || discovery === 'true') return usualPrefix;
  return typeof discovery === 'string' && /^[\w/-]+$/.test(discovery) && discovery !== 'off' && discovery !== 'false'
    ? discovery
    : null;
}

/** Publishes the stores' figures for Home Assistant at every broker that is set up for it, and takes them back where it no more is. */
export function startDiscovery(input: DiscoveryInput): RunningDiscovery {
  const { config, log, db, houseId, tellMain, tellSource } = input;
  const tellOf = (id: string): Pick<Broker, 'tell'> | null => {
    if (id !== '') return tellSource === null ? null : { tell: (told) => tellSource(id, told) };
    return tellMain === null ? null : { tell: tellMain };
  };
  const publisher = openPublisher(openMemory(join(config.dataDir, 'meta', 'discovery.json')), tellOf);
  const brokersOf = ({ sources }: Settings): Broker[] => {
    const prefixes = [...sources.values()].map((source) => [source.id, discoveryPrefix(source)] as const);
    const all = config.homeAssistantDiscovery ? [['', usualPrefix] as const, ...prefixes] : prefixes;
    return all.flatMap(([id, prefix]) => {
      const way = tellOf(id);
      return prefix === null || way === null ? [] : [{ id, prefix, ...way }];
    });
  };
  const round = async (availability: 'online' | 'offline'): Promise<void> => {
    const settings = await db.settings();
    const brokers = brokersOf(settings);
    const days = brokers.length === 0 || availability === 'offline' ? [] : await readDays(db, settings);
    const status = [[availabilityTopic(houseId), availability]] as const;
    if (availability === 'offline') {
      const told = status.map(([topic, payload]) => ({ topic, payload }));
      await Promise.allSettled(brokers.flatMap(({ tell }) => told.map(tell)));
      return;
    }
    await publisher.publish(brokers, ({ prefix }) => {
      const ofStores = days.flatMap((day) => [...toldOf({ id: houseId, prefix }, day)]);
      return new Map([...status, ...ofStores]);
    });
  };
  const failed = (error: unknown): void => log.debug({ err: error }, 'figures for Home Assistant were not told');
  let nextAt = 0;
  const timer = every(roundEveryMs, async () => {
    const beganAt = performance.now();
    if (beganAt < nextAt) return;
    await round('online').catch(failed);
    nextAt = performance.now() + (performance.now() - beganAt) * shareOfReader;
  });
  return {
    reconnected: publisher.distrust,
    stop: async () => {
      clearInterval(timer);
      await round('offline').catch(failed);
    },
  };
}

async function readDays(db: Database<IngestWrites>, { stores }: Settings): Promise<TodayAnswer[]> {
  const days: TodayAnswer[] = [];
  for (const storeId of stores.keys()) {
    const json = await answersOf(db).todayJson(scope, { storeId, now: Date.now() });
    // Sound: todayJson writes a TodayAnswer.
    days.push(JSON.parse(json) as TodayAnswer);
  }
  return days;
}
