/**
 * `node scripts/run.mjs scripts/reckon.ts --cases 5000`: the long form of tests/flow/reckoning.test.ts. Generated stores live on a running
 * server, half of them on SQLite, half on PostgreSQL; what the API answers is compared with a separate, slow reckoning, and the rollups
 * with the facts. Prints the smallest case that fails; `--replay FILE` lives such a one again. Needs `npm run build` before it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Case, cases } from '../tests/flow/reckoning/cases.ts';
import { type OpenHouse, openHouse } from '../tests/flow/reckoning/houses.ts';
import { faultsOf } from '../tests/flow/reckoning/lived.ts';
import { startCluster } from '../tests/setup/cluster.ts';
import { freshPostgres } from '../tests/setup/postgres.ts';

/** A chain grows with every store: beyond so many the settings, not the figures, would be what is tried. */
const storesPerHouse = 120;
/** Stores that live at the same time. */
const lanes = 4;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    replay: { type: 'string' },
  },
});

type Database = 'sqlite' | 'postgres';
const databases = (['sqlite', 'postgres'] as const).filter((one) => values.only === undefined || values.only === one);
let stores = 0;
let failed = 0;

async function inHouse(database: Database, use: (house: OpenHouse) => Promise<void>): Promise<void> {
  const fresh = database === 'postgres' ? await freshPostgres() : null;
  const house = await openHouse(fresh?.url);
  try {
    await use(house);
  } finally {
    await house.close();
    await fresh?.drop();
  }
}

/** Some cases one after the other; says what failed. */
async function lane(
  house: OpenHouse,
  database: Database,
  { seed, numRuns }: { seed: number; numRuns: number },
): Promise<void> {
  const property = fc.asyncProperty(cases(), async (one) => {
    stores += 1;
    const faults = await faultsOf(house, one, `s${stores}`);
    if (faults.length > 0) throw new Error(faults.slice(0, 6).join('\n'));
  });
  const result = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: 150_000 });
  if (!result.failed) return;
  failed += 1;
  console.log(`FAILED on ${database}, seed ${seed}, after ${result.numRuns} cases and ${result.numShrinks} shrinks`);
  console.log(result.errorInstance instanceof Error ? result.errorInstance.message : result.errorInstance);
  console.log(JSON.stringify(result.counterexample?.[0]));
}

const cluster = databases.includes('postgres') ? await startCluster() : null;
if (cluster !== null) process.env['TEST_POSTGRES_URL'] = cluster.url;
const startedAt = performance.now();

async function replay(file: string): Promise<void> {
  const one: Case = JSON.parse(readFileSync(file, 'utf8'));
  for (const database of databases) {
    await inHouse(database, async (house) => console.log(database, await faultsOf(house, one, 'again')));
  }
}

async function all(): Promise<void> {
  const rounds = Math.ceil(Number(values.cases) / storesPerHouse);
  for (let i = 0; i < rounds; i += 1) {
    const database = databases[i % databases.length] ?? 'sqlite';
    const numRuns = Math.min(storesPerHouse, Number(values.cases) - i * storesPerHouse);
    const share = Math.ceil(numRuns / lanes);
    await inHouse(database, async (house) => {
      const seeds = Array.from({ length: lanes }, (_, place) => Number(values.seed) + i * lanes + place);
      await Promise.all(seeds.map((seed) => lane(house, database, { seed, numRuns: share })));
    });
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${i * storesPerHouse + numRuns} cases, ${failed} failed, ${seconds} s`);
  }
}

try {
  await (values.replay === undefined ? all() : replay(values.replay));
} finally {
  await cluster?.stop();
}
if (failed > 0) process.exitCode = 1;
