import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { collect } from './collected.ts';
import type { Sample } from './fixture.ts';
import { nobodys } from './nobodys.ts';
import { countingOf, expectUnderstood } from './reading.ts';

/** Real payloads, which are beside the project where it is worked on and not part of it. */
const folder = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url));
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(folder + file).isFile())
  : [];
const all = await collect();

/** A file's body as an adapter gets it; `malformed` where an adapter of JSON gets none. */
function bodyOf(file: string, adapter: Adapter): { readonly body: unknown; readonly isMalformed: boolean } {
  const text = readFileSync(folder + file, 'utf8');
  if (adapter.body === 'text') return { body: text, isMalformed: false };
  try {
    return { body: JSON.parse(text), isMalformed: false };
  } catch {
    return { body: null, isMalformed: true };
  }
}

const isNobodys = (file: string): boolean => nobodys.some(([beginning]) => file.startsWith(beginning));

const expectations = all.flatMap(({ adapter, samples }) => samples.map((sample) => ({ adapter, sample })));
const ownersOf = (file: string): ReadonlySet<Adapter> =>
  new Set(expectations.filter(({ sample }) => sample.file === file).map(({ adapter }) => adapter));

test('every sample file has an expectation, or nobody reads it, or it is no JSON', () => {
  const unexpected = files.filter((file) => {
    const isText = /\.(xml|txt)$/.test(file);
    const isMalformed = !isText && /INVALID|\.jsonc$/.test(file);
    return ownersOf(file).size === 0 && !isNobodys(file) && !isMalformed;
  });
  expect(unexpected).toEqual([]);
});

test('every expectation is of a file that there is', () => {
  const missing = expectations.filter(({ sample }) => files.length > 0 && !files.includes(sample.file));
  expect(missing.map(({ sample }) => sample.file)).toEqual([]);
});

const present = expectations.filter(({ sample }) => files.includes(sample.file));
const named = (sample: Sample, profile: string): string => `${profile}: ${sample.file}`;

test.for(present.map(({ adapter, sample }) => [named(sample, adapter.profile), adapter, sample] as const))(
  '%s',
  ([, adapter, sample]) => {
    const { body, isMalformed } = bodyOf(sample.file, adapter);
    if (isMalformed) expect(sample).toMatchObject({ understood: [], refused: [{ reason: 'malformed_json' }] });
    else expectUnderstood(adapter, body, sample);
  },
);

test.for(files)('%s is counted by nobody else', (file) => {
  const owners = ownersOf(file);
  const mistaken = all.flatMap(({ adapter }) => {
    const { body, isMalformed } = bodyOf(file, adapter);
    if (owners.has(adapter) || isMalformed) return [];
    const counted = countingOf(adapter, body, {}).length > 0 ? ['counts'] : [];
    return [...counted, ...(adapter.isLike(body, '') ? ['looks like'] : [])].map((how) => `${adapter.profile} ${how}`);
  });
  expect(mistaken).toEqual([]);
});
