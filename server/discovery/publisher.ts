import type { Memory } from './memory.ts';

/** Somewhere to tell. */
export interface Broker {
  /** `` is the main one, else a source's id. */
  readonly id: string;
  /** `homeassistant` */
  readonly prefix: string;
  /** '' is taken back. Rejects where the broker is not connected. */
  tell(told: { readonly topic: string; readonly payload: string }): Promise<void>;
}

export interface Publisher {
  /** Tells each broker what has changed, and takes back what is no more to be there; a broker that is away is told later. */
  publish(brokers: readonly Broker[], wantedAt: (broker: Broker) => ReadonlyMap<string, string>): Promise<void>;
  /** It may have forgotten everything. */
  distrust(broker: string): void;
}

/** `away` reaches a broker that is told nothing any more, as long as it is there. */
export function openPublisher(memory: Memory, away: (broker: string) => Pick<Broker, 'tell'> | null): Publisher {
  const told = new Map<string, Map<string, string>>();

  const tellOne = async (
    { id, tell }: Pick<Broker, 'id' | 'tell'>,
    wanted: ReadonlyMap<string, string>,
  ): Promise<void> => {
    const present = told.get(id) ?? new Map<string, string>();
    told.set(id, present);
    const known = memory.topics(id);
    memory.note(id, new Set([...known, ...wanted.keys()]));
    for (const [topic, payload] of wanted) {
      if (present.get(topic) === payload) continue;
      await tell({ topic, payload });
      present.set(topic, payload);
    }
    for (const topic of known) {
      if (wanted.has(topic)) continue;
      await tell({ topic, payload: '' });
      present.delete(topic);
    }
    memory.note(id, new Set(wanted.keys()));
  };

  return {
    async publish(brokers, wantedAt) {
      const work: [Pick<Broker, 'id' | 'tell'>, ReadonlyMap<string, string>][] = brokers.map((one) => [
        one,
        wantedAt(one),
      ]);
      for (const id of memory.brokers()) {
        const gone = brokers.some((one) => one.id === id) ? null : away(id);
        if (gone !== null) work.push([{ id, tell: gone.tell }, new Map()]);
      }
      // One that is away keeps nobody else waiting, and is told all of it when it is back.
      for (const [broker, wanted] of work) await tellOne(broker, wanted).catch(() => undefined);
    },
    distrust: (broker) => void told.delete(broker),
  };
}
