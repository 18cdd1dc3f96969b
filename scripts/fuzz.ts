/**
 * `node scripts/run.mjs scripts/fuzz.ts --messages 1000000`: the long form of tests/fault/fuzz.test.ts. Malformed and half-right messages of
 * every kind, by MQTT and HTTP, to a running server; they must end as facts or in quarantine, the server stay up and its memory level.
 * `--database postgres` for PostgreSQL. Needs `npm run build` before it.
 */
import { parseArgs } from 'node:util';
import { attack, prepared } from '../tests/fault/fuzz/attack.ts';
import { state } from '../tests/fault/fuzz/state.ts';
import { openShop } from '../tests/flow/shop.ts';
import { startCluster } from '../tests/setup/cluster.ts';
import { freshPostgres } from '../tests/setup/postgres.ts';

/** Answers are looked at, and memory, after each so many. */
const messagesPerRound = 50_000;
/** More than this between an early round and the last is no level. */
const mostGrownMiB = 64;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    database: { type: 'string', default: 'sqlite' },
    http: { type: 'string', default: '0.1' },
  },
});

const cluster = values.database === 'postgres' ? await startCluster() : null;
if (cluster !== null) process.env['TEST_POSTGRES_URL'] = cluster.url;
const fresh = cluster === null ? null : await freshPostgres();
const shop = await openShop(fresh === null ? {} : { DATABASE_URL: fresh.url });
const memory: number[] = [];
const wrong: string[] = [];
try {
  const gate = await prepared(shop);
  const startedAt = performance.now();
  for (let done = 0; done < Number(values.messages); done += messagesPerRound) {
    const messages = Math.min(messagesPerRound, Number(values.messages) - done);
    const seed = Number(values.seed) + done;
    const outcome = await attack(shop, gate, { messages, seed, overHttp: Number(values.http) });
    memory.push(outcome.memory.late);
    wrong.push(...outcome.wrong);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(
      `${done + messages} messages, ${wrong.length} answered wrongly, ${Math.round(outcome.memory.late)} MiB, ${seconds} s`,
      JSON.stringify(outcome.items),
    );
  }
  console.log(JSON.stringify(await state(shop, fresh?.url), null, 1));
  for (const one of wrong.slice(0, 20)) console.log(one);
  const grown = (memory.at(-1) ?? 0) - (memory[Math.floor(memory.length / 4)] ?? 0);
  console.log(`memory grew by ${Math.round(grown)} MiB from the first quarter to the end`);
  if (wrong.length > 0 || grown > mostGrownMiB) process.exitCode = 1;
} finally {
  await shop.close();
  await fresh?.drop();
  await cluster?.stop();
}
