/**
 * Writes docs/kpi.md from the registry of metrics. With `--check` writes nothing and exits 1 when the page is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Metric, MetricField, MetricUnit } from '../server/kpi/metrics/metric.ts';
import { metrics } from '../server/kpi/registry.ts';

const page = 'docs/kpi.md';

const units: Record<MetricUnit, string> = {
  people: 'people (halves where an entrance counts the average of in and out)',
  receipts: 'receipts',
  items: 'items',
  'items per receipt': 'items per receipt',
  minor: 'whole minor units of the store’s currency',
  ratio: 'fraction of 1',
  interval: '[low, high], fractions of 1',
  seconds: 'seconds',
  hours: 'hours',
  tills: 'tills',
  observations: 'observations',
  requests: 'requests',
  checks: 'checks',
  points: 'points, −100 to 100',
  light: 'green, yellow or red',
  flag: 'list of flags',
  group: 'group of figures',
};

const introduction = `# KPIs

Made from the registry of metrics by \`npx tsx scripts/kpi-doc.ts\`; change it in \`server/kpi/metrics\`. The same registry is
served at \`GET /api/v1/metrics\`.

Figures are over the **window**: opening hours widened by 30 minutes at both ends (without opening hours the whole day).
\`hours=all\` measures everything. A count is null where no device measures it, or where none of its devices was observed in the
period and none sent one; else it is what was seen. Division by nothing is null, never 0, and no rate is clipped. Over several
stores every rate is Σ numerators / Σ denominators.

A rate uses **valid** 15-minute buckets only, numerator and denominator alike: those of which every device of the step covers at
least 80 %. A figure that uses a step below 70 % coverage takes no part in ranks and usuals. A **usual** is the median of the last
8 same weekdays that were open and at least 70 % covered, to the same local time where the day is not over; fewer than 4: none.
A **change** is (now − then) / |then|. Its **usual range** is where 19 of 20 usual days lie by now, made of how much those days differ
and of what chance does to so many people ([ADR 29](adr/0029-usual-ranges-and-the-one-thing.md)): \`standing\` of \`today\`.

Queues are over the same window, by when somebody joined ([queue.md](queue.md)). Service is by business date, and not cut by
the window ([service.md](service.md)).
`;

/** The whole page as Markdown. */
function kpiPage(): string {
  return [introduction, ...metrics.map(section)].join('\n');
}

function section(metric: Metric): string {
  const lines = [
    `## ${metric.name.en}`,
    '',
    `\`${metric.key}\` · ${metric.name.ru} · ${metric.name.fa}`,
    '',
    `- **Formula:** ${metric.formula}`,
    `- **Unit:** ${units[metric.unit]}`,
    `- **Made of:** ${metric.inputs.map((input) => `\`${input}\``).join(', ')}`,
    `- **Left out:** ${metric.leftOut}`,
    '',
  ];
  return [...lines, ...fieldTable(metric.fields ?? [])].join('\n');
}

function fieldTable(fields: readonly MetricField[]): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map((field) => {
    const names = `${field.name.en} · ${field.name.ru} · ${field.name.fa}`;
    return `| \`${field.key}\` | ${names} | ${field.formula.replaceAll('|', '\\|')} |`;
  });
  return ['| Field | Name | Formula |', '|---|---|---|', ...rows, ''];
}

const wanted = kpiPage();
const isCurrent = existsSync(page) && readFileSync(page, 'utf8') === wanted;
if (!process.argv.includes('--check')) writeFileSync(page, wanted);
else if (!isCurrent) {
  process.stderr.write(`${page} is not up to date with server/kpi/metrics; run: npx tsx scripts/kpi-doc.ts\n`);
  process.exitCode = 1;
}
