/** `npm run check`: everything that a tool can hold, two at a time; ends non-zero when one of them objects. `npm run check -- lint types` runs some. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules/.bin', name);
const script = (file, ...args) => [process.execPath, join(root, 'scripts', file), ...args];

const checks = {
  lint: [bin('biome'), 'check', '--error-on-warnings', '--max-diagnostics=200'],
  types: [bin('tsc'), '--noEmit'],
  svelte: [bin('svelte-check'), '--tsconfig', 'web/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  layers: [
    bin('depcruise'),
    '--config',
    '.dependency-cruiser.cjs',
    'db',
    'ingest',
    'server',
    'web',
    'tests',
    'scripts',
  ],
  'dead-code': [bin('knip'), '--treat-config-hints-as-errors'],
  'doc-paths': script('check-doc-paths.mjs'),
  migrations: script('check-migrations.mjs'),
  'settings-doc': script('run.mjs', 'scripts/config-doc.ts', '--check'),
  'kpi-doc': script('run.mjs', 'scripts/kpi-doc.ts', '--check'),
  'devices-doc': script('run.mjs', 'scripts/devices-doc.ts', '--check'),
};

/** Runs one check; its words are kept and shown when it fails. */
function run(name) {
  const [command, ...args] = checks[name];
  const startedAt = Date.now();
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => {
      said += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ name, isGood: false, said: String(error), ms: 0 }));
    child.on('close', (code) => resolve({ name, isGood: code === 0, said, ms: Date.now() - startedAt }));
  });
}

function report({ name, isGood, said, ms }) {
  if (!isGood) process.stdout.write(`${said.trimEnd()}\n`);
  process.stdout.write(`${isGood ? 'ok    ' : 'FAILED'} ${name} (${(ms / 1000).toFixed(1)} s)\n`);
}

async function worker(queue, failed) {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const result = await run(name);
    report(result);
    if (!result.isGood) failed.push(name);
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  process.stderr.write(`no such check: ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}\n`);
  process.exit(2);
}
const queue = asked.length > 0 ? asked : Object.keys(checks);
const failed = [];
await Promise.all([worker(queue, failed), worker(queue, failed)]);
if (failed.length > 0) {
  process.stdout.write(`failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
