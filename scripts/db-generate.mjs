// Makes the migrations of both dialects from db/tables: `npm run db:generate -- --name what_changes`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** drizzle-kit has no word for `without rowid`, so it is put behind these tables' definitions afterwards. */
const withoutRowid = [
  'count_intervals',
  'count_readings',
  'reading_days',
  'count_events',
  'held_decisions',
  'set_aside',
  'reported_tallies',
  'restatements',
  'superseded',
  'statuses',
  'quarter_counts',
  'quarter_sales',
  'daily_tallies',
  'stale_days',
  'queue_samples',
  'queue_statistics',
  'quarter_queues',
  'queue_days',
  'queue_months',
  'service_days',
  'service_months',
];

const finish = {
  sqlite: (text) =>
    text.replace(/(CREATE TABLE `(?:__new_)?(\w+)` \([^;]*\n\));/g, (statement, body, table) =>
      withoutRowid.includes(table) ? `${body} WITHOUT ROWID;` : statement,
    ),
  // Foreign keys are written with their schema: a database may keep its tables in another one.
  postgres: (text) => text.replaceAll('"public".', ''),
};

for (const [dialect, finished] of Object.entries(finish)) {
  const config = `db/drizzle.${dialect}.config.ts`;
  execFileSync('npx', ['drizzle-kit', 'generate', '--config', config, ...process.argv.slice(2)], { stdio: 'inherit' });
  const folder = `db/migrations/${dialect}`;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    if (finished(text) !== text) writeFileSync(path, finished(text));
  }
}
