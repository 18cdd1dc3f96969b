/**
 * Writes docs/devices.md, docs/tills.md and the list of makes in README.md from the registry of adapters. With `--check` writes nothing and
 * exits 1 when one of them is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Adapter, AdapterExample } from '../ingest/adapters/adapter.ts';
import { adapters } from '../ingest/adapters/registry.ts';
import type { Proof } from '../ingest/adapters/webhook.ts';

const makes = [...adapters.values()].sort((a, b) => order(a).localeCompare(order(b)));
const devices = makes.filter(({ about }) => about.kind === 'device');
const counters = devices.filter(({ measures }) => measures.includes('entries'));
const feeds = devices.filter((one) => !counters.includes(one));
const tills = makes.filter(({ about }) => about.kind === 'till');

/** By make, and what is for any make last. */
function order({ profile, about }: Adapter): string {
  return `${about.examples === undefined ? 'a' : 'z'} ${about.make} ${profile}`;
}

const transports = {
  mqtt: 'MQTT',
  http: 'webhook (HTTP)',
  poll: 'asked for at the vendor’s API',
  file: 'files',
} as const;

const proofs: Record<Proof, string> = {
  signature: 'the vendor’s signature over the raw body',
  token:
    'a token in a header that the vendor sends: `Authorization: Bearer`, HTTP Basic, or its own header; or the secret at the end of the address',
  path: 'the address alone, which holds a secret of 128 random bits, and the list of addresses it may come from (`allowFrom`)',
};

const deviceWords = `# Devices

Made from the registry of adapters by \`npm run docs\`; change it in the make's folder in \`ingest/adapters\`. Devices that speak Lintel's own
language need none of this: [counting.md](counting.md).

Under *Devices* → *Add a device or till* a device is added by its make: the steps below are shown there with the addresses, topics and secrets filled in, the
live view shows each message as it came beside what was understood, and messages of unknown devices are offered for adoption. The same in the
provision file: \`profile\` is the name in code beside each make ([provision.md](provision.md)).

The same for all of them:

- **Directions, lines and zones** are matters of the installation: \`swap\` turns in and out round; \`lines\` and \`map\` choose, rename and turn
  single lines. An empty list of lines counts every line that comes.
- **One source of counts**: a device in mode \`interval\` is counted by its periods, in \`cumulative\` by its totals, in \`event\` by single
  crossings. What it sends besides is shown in the live view and counts nothing.
- **Queues**: a zone or region counts as a queue where the device measures \`queue\`, or where a rule of its \`map\` names it (\`{ line: Zone 3, as: tills }\`);
  a name that is a queue's id or name in Lintel needs no rule. What a counter sends of zones that are no queue counts nowhere.
- **Clocks** that were never set or stand still are recognised; the report is then placed by the network server's or gateway's time, else by its
  first receipt. Impossible dates are refused (\`bad_time\`). What a broker had retained and has no time of its own counts nobody.
- **Never kept**: credentials, addresses on the network, names, pictures, number plates.
`;

const tillWords = `# Tills

Made from the registry of adapters by \`npm run docs\`; change it in the make's folder in \`ingest/adapters\`. Any other till can send Lintel's own
messages, or files by a mapping of columns: [import.md](import.md).

The same for all of them: the receipt's own total is taken, never price × quantity; a return counts on its own day; a void takes the receipt
out wherever it stands; training, drafts, non-fiscal checks and X reports count nowhere; a Z report is compared with the receipts that arrived,
and what is missing is shown. Names of cashiers and customers, cards and addresses are dropped before anything is stored.
`;

function page(introduction: string, list: readonly Adapter[]): string {
  const contents = list.map(({ about, profile }) => `- [${about.make}](#${anchor(about.make)}) (\`${profile}\`)`);
  return [introduction, ...contents, '', ...list.map(section)].join('\n');
}

/** As GitHub makes it of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function section(adapter: Adapter): string {
  const { about, profile, modes, webhook } = adapter;
  const ways = about.transports.map((way) => transports[way]).join(', ');
  return [
    `## ${about.make}`,
    '',
    `Profile \`${profile}\` · ${ways}${modes.length === 0 ? '' : ` · counts by \`${modes.join('`, `')}\``}`,
    '',
    `**Models:** ${about.models.join(', ')}.`,
    '',
    ...bullets('Read', about.reads),
    ...bullets('Left out', about.leavesOut),
    ...bullets('Money', about.money ?? []),
    ...(webhook === null ? [] : [`**Authentic by:** ${proofs[webhook.proof]}.`, '']),
    '**Set up:**',
    '',
    ...about.steps.map((step, place) => `${place + 1}. ${filledIn(step)}`),
    '',
    ...optionTable(adapter),
    ...(about.examples ?? []).flatMap(example),
    `**Learnt from:** ${about.learntFrom.join('; ')}.`,
    '',
  ].join('\n');
}

function bullets(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`**${title}:**`, '', ...sentences.map((one) => `- ${one}`), ''];
}

/** What the page puts in of this very installation. */
function filledIn(step: string): string {
  const words = {
    hook: 'the webhook’s address',
    topic: 'the topic',
    broker: 'Lintel’s broker',
    secret: 'the secret',
    device: 'the device’s id',
  };
  return step.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in words ? `*${words[name as keyof typeof words]}*` : whole,
  );
}

function optionTable({ options }: Adapter): string[] {
  if (options.length === 0) return [];
  const rows = options.map(({ name, label, explanation, isRequired, choices }) => {
    const chosen = choices === undefined ? '' : ` One of ${choices.map((one) => `\`${one}\``).join(', ')}.`;
    return `| \`${name}\` | ${label}${isRequired ? ' (required)' : ''} | ${(explanation + chosen).replaceAll('|', '\\|')} |`;
  });
  return ['| Option | What | |', '|---|---|---|', ...rows, ''];
}

function example({ title, explanation, device, learntFrom }: AdapterExample): string[] {
  const form = stringify([{ id: 'door-1', ...device }], { lineWidth: 0 }).trimEnd();
  return [`### ${title}`, '', filledIn(explanation), '', '```yaml', form, '```', '', `Learnt from: ${learntFrom}.`, ''];
}

/** README's three rows. */
function readmeList(): string {
  const names = (list: readonly Adapter[]): string => list.map(({ about }) => about.make).join(', ');
  return [
    `**Counters** ([docs/devices.md](docs/devices.md)): ${names(counters)}.`,
    '',
    `**Queue systems, surveys, smileys, help desks** ([docs/devices.md](docs/devices.md)): ${names(feeds)}.`,
    '',
    `**Tills** ([docs/tills.md](docs/tills.md)): ${names(tills)}.`,
  ].join('\n');
}

const marks = /(<!-- makes -->\n)[\s\S]*?(\n<!-- \/makes -->)/;

const wanted = new Map<string, string>([
  ['docs/devices.md', page(deviceWords, devices)],
  ['docs/tills.md', page(tillWords, tills)],
  ['README.md', read('README.md').replace(marks, (_, from: string, to: string) => `${from}${readmeList()}${to}`)],
]);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

for (const [path, text] of wanted) {
  if (read(path) === text) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${path} is not up to date with ingest/adapters; run: npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
