/** The migrations of both dialects must say what db/tables says: generating once more, aside, may add nothing. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const schemas = { sqlite: ['sqlite', './db/tables/sqlite.ts'], postgres: ['postgresql', './db/tables/postgres.ts'] };

function missingMigrations(folder) {
  const [dialect, schema] = schemas[folder];
  // drizzle-kit takes no absolute path for --out.
  const aside = `node_modules/.lintel-migrations-${process.pid}-${folder}`;
  try {
    cpSync(join(root, 'db/migrations', folder), join(root, aside), { recursive: true });
    const before = readdirSync(join(root, aside)).length;
    const options = ['--dialect', dialect, '--schema', schema, '--out', `./${aside}`, '--casing', 'snake_case'];
    const made = spawnSync(join(root, 'node_modules/.bin/drizzle-kit'), ['generate', ...options], {
      cwd: root,
      encoding: 'utf8',
      // A question (was this column renamed?) is a difference as well; without a terminal it ends drizzle-kit.
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
    if (made.status !== 0) return `${made.stdout}${made.stderr}`;
    return readdirSync(join(root, aside)).length > before ? made.stdout : '';
  } finally {
    rmSync(join(root, aside), { recursive: true, force: true });
  }
}

for (const folder of Object.keys(schemas)) {
  const missing = missingMigrations(folder);
  if (missing === '') continue;
  process.stderr.write(`${missing}\ndb/migrations/${folder} lacks what db/tables says; run: npm run db:generate\n`);
  process.exitCode = 1;
}
