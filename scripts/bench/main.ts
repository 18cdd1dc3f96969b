/**
 * `npm run bench`: every figure in one run on one machine, rounds interleaved, medians printed. `-- --adapters`, `--ingest`, `--storing`,
 * `--memory`, `--queue`, `--year`: those parts alone; `--quick`: whether it works, not how fast. What is measured stands in docs/benchmarks.md.
 */
import { cpus, loadavg } from 'node:os';
import { locateParts } from '../../tests/setup/parts.ts';
import { measureAdapters } from './adapters.ts';
import { endAll } from './children.ts';
import { removeFolder } from './house.ts';
import { measureIngest } from './ingest.ts';
import { measureMemory } from './memory.ts';
import { measureQueue } from './queue.ts';
import { say } from './say.ts';
import { measureStoring } from './storing.ts';
import { measureYear } from './year.ts';

const isQuick = process.argv.includes('--quick');
const year = isQuick
  ? { stores: 1000, days: 364, quarterDays: 3, seconds: 3, loopSeconds: 8, times: 3 }
  : { stores: 1000, days: 364, quarterDays: 35, seconds: 6, loopSeconds: 30, times: 7 };

const parts: Readonly<Record<string, () => Promise<void>>> = {
  adapters: () => measureAdapters(isQuick ? { rounds: 1, milliseconds: 30 } : { rounds: 5, milliseconds: 200 }),
  ingest: () => measureIngest(isQuick ? { rounds: 1, each: 300 } : { rounds: 5, each: 1000 }),
  storing: () => measureStoring(isQuick ? { rounds: 2, batches: 60 } : { rounds: 5, batches: 150 }),
  memory: () => measureMemory({ stores: 1000, each: isQuick ? 300 : 1000 }),
  queue: () => measureQueue(isQuick ? { stores: 100, days: 364, times: 3 } : { stores: 1000, days: 364, times: 7 }),
  year: () => measureYear(year),
};

process.env['TEST_MOSQUITTO'] = locateParts().mosquitto;
try {
  say('machine', `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  say('load of the machine before', (loadavg()[0] ?? 0).toFixed(1));
  const named = Object.keys(parts).filter((name) => process.argv.includes(`--${name}`));
  for (const name of named.length > 0 ? named : Object.keys(parts)) await parts[name]?.();
} finally {
  endAll();
  removeFolder();
}
