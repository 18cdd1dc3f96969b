// Makes the migrations of both dialects from db/tables: `npm run db:generate -- --name what_changes`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** drizzle-kit has no word for `without rowid`, so it is put behind these tables' definitions afterwards. */
const withoutRowid = [
  'count_intervals',
  'superseded',
  'statuses',
  'quarter_counts',
  'quarter_sales',
  'daily_tallies',
  'stale_days',
];

for (const dialect of ['sqlite', 'postgres']) {
  const config = `db/drizzle.${dialect}.config.ts`;
  execFileSync('npx', ['drizzle-kit', 'generate', '--config', config, ...process.argv.slice(2)], { stdio: 'inherit' });
}

const folder = 'db/migrations/sqlite';
for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const made = text.replace(/(CREATE TABLE `(?:__new_)?(\w+)` \([\s\S]*?\n\));/g, (statement, body, table) =>
    withoutRowid.includes(table) ? `${body} WITHOUT ROWID;` : statement,
  );
  if (made !== text) writeFileSync(path, made);
}
