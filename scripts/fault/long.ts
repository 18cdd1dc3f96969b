/**
 * The long form of the fault test: `npm run fault -- --kills 100`. Kills the server (kill -9) at random moments so many times over
 * each way messages come and each database, PostgreSQL and Mosquitto now and then as well, and says whether everything that was
 * acknowledged is stored and counted exactly once. `--way` and `--database` choose one; ends with 1 where something is wrong.
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import {
  type DatabaseKind,
  databases,
  type KillReport,
  killUnderLoad,
  type Way,
  ways,
} from '../../tests/fault/kills.ts';
import { locateParts } from '../../tests/setup/parts.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, way: { type: 'string' }, database: { type: 'string' } },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills: a whole number of at least 1');

process.env['TEST_MOSQUITTO'] = locateParts().mosquitto;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function run(way: Way, database: DatabaseKind): Promise<boolean> {
  const from = Date.now();
  const onKill = (kill: number, acknowledged: number): void => {
    if (kill % 10 === 0) say(`  ${kill} kills, ${acknowledged} acknowledged`);
  };
  say(`${way}, ${database}:`);
  const report = await killUnderLoad({ way, database, kills, restartEvery: 10, betweenKills: 200, onKill });
  const seconds = Math.round((Date.now() - from) / 1000);
  const isRight = isDeepStrictEqual(report.found, report.expected);
  say(
    `  ${kills} kills in ${seconds} s, ${report.acknowledged} acknowledged: ${isRight ? 'each stored and counted once' : 'WRONG'}`,
  );
  if (!isRight) explain(report);
  return isRight;
}

function explain({ expected, found, output }: KillReport): void {
  say(`  expected ${JSON.stringify(expected)}`);
  say(`  found    ${JSON.stringify(found)}`);
  say(output);
}

let failures = 0;
for (const database of databases.filter((one) => values.database === undefined || one === values.database))
  for (const way of ways.filter((one) => values.way === undefined || one === values.way))
    if (!(await run(way, database))) failures += 1;
process.exit(failures === 0 ? 0 : 1);
