/** Every path of the project that a document names in backticks or links to must exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = ['server', 'web', 'ingest', 'db', 'tests', 'docs', 'scripts', 'deploy', '.ci', '.github'];

function documents(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return documents(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** `server/kpi/kpis.ts`, `db/tables/*`: below one of the project's folders, or a file at its top. */
function namedPaths(text) {
  const inCode = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1]);
  const below = inCode.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  const atTop = inCode.filter((path) => /^[\w.-]+\.(md|ts|json|cjs|mjs)$/.test(path));
  return [...below, ...atTop].filter((path) => !/[<>{}$…]/.test(path));
}

function linkedPaths(document, text) {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1].replace(/#.*$/, ''));
  const local = targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target));
  return local.map((target) => normalize(join(dirname(document), target)));
}

function isThere(path) {
  const fixed = path.replace(/\/?\*.*$/, '');
  return existsSync(join(root, fixed));
}

/** A file named without its folder may stand anywhere in the project: `main.ts`. */
function isKnownName(path, known) {
  return !path.includes('/') && known.has(path);
}

function fileNames(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? fileNames(join(folder, entry.name)) : [entry.name],
  );
}

const top = readdirSync(root).filter((name) => name.endsWith('.md'));
const known = new Set(folders.filter((folder) => existsSync(join(root, folder))).flatMap(fileNames));
const faults = [...top, ...documents('docs'), ...documents('deploy')].flatMap((document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const paths = [...namedPaths(text), ...linkedPaths(document, text)];
  return paths.filter((path) => !isThere(path) && !isKnownName(path, known)).map((path) => `${document}: no ${path}`);
});
for (const fault of new Set(faults)) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
