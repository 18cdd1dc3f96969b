/** Resident memory of the server at 1,000 stores: started, under a chain's load, and at full speed. */
import { startServer } from '../../tests/setup/server.ts';
import { doorOf } from './chain.ts';
import { residentMiB } from './cpu.ts';
import { provision } from './house.ts';
import { type Load, preparePublishers } from './ingest-rates.ts';
import { say } from './say.ts';

export interface MemorySize {
  readonly stores: number;
  /** Messages of each of 100 devices, for each load. */
  readonly each: number;
}

const minute = 60_000;

export async function measureMemory({ stores, each }: MemorySize): Promise<void> {
  const server = await startServer({ DATA_DIR: provision('memory', stores) });
  const tell = (when: string): void => {
    const used = residentMiB(server.pid);
    say(`resident memory at ${stores} stores, ${when}, MiB`, used === null ? 'unknown here' : used.toFixed(0));
  };
  tell('started');
  const firstAt = Math.floor(Date.now() / minute - each - 1) * minute;
  const loads: [string, number, Partial<Load>][] = [
    ['under 1,000 messages/s', 0, { perSecond: 1000, each: Math.min(each, 100) }],
    ['at full speed', 100, {}],
  ];
  for (const [when, from, more] of loads) {
    const devices = Array.from({ length: 100 }, (_, index) => doorOf(from + index));
    const publishers = await preparePublishers({
      port: server.mqttPort,
      root: 'lintel/v1',
      devices,
      firstAt,
      each,
      ...more,
    });
    await publishers.go();
    tell(when);
    publishers.end();
  }
  await server.stop();
}
