/** Writes `.env.example` and the README's table of settings from server/config.ts; with --check only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { settings } from '../server/config.ts';

const start = '<!-- settings:start -->';
const end = '<!-- settings:end -->';

const documented = Object.values(settings).filter(({ sentence }) => sentence !== null);

function envExample(): string {
  const entries = documented.map(({ name, default: preset, sentence }) => {
    return `# ${sentence}\n${preset === null ? `# ${name}=` : `${name}=${preset}`}\n`;
  });
  return `# Made by scripts/config-doc.ts from server/config.ts.\n\n${entries.join('\n')}`;
}

function readmeTable(): string {
  const rows = documented.map(({ name, default: preset, sentence }) => {
    return `| \`${name}\` | ${preset === null ? 'unset' : `\`${preset}\``} | ${sentence} |`;
  });
  return ['| Variable | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}

function withTable(readme: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to === -1) return readme;
  return `${readme.slice(0, from + start.length)}\n${readmeTable()}\n${readme.slice(to)}`;
}

const wanted = new Map([['.env.example', envExample()]]);
if (existsSync('README.md')) wanted.set('README.md', withTable(readFileSync('README.md', 'utf8')));

const stale = [...wanted].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not up to date with server/config.ts; run: npm run docs`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const [path, text] of stale) writeFileSync(path, text);
}
