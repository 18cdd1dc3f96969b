import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueAnswer } from '../../server/contracts/queue.ts';
import type { ServiceAnswer } from '../../server/contracts/service.ts';
import { type RunningServer, startServer } from '../setup/server.ts';

/*
 * Waits at an airport's border control and answers of its passengers, through the public import and the API. The series are public and
 * lie beside the project where it is worked on; elsewhere the same is read from a few lines of our own.
 */

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const real = { cbp: `${data}cbp_ord/ORD-2018.csv`, sfo: `${data}sfo_survey/sfo_2017_survey_subset.csv` };
const hasData = existsSync(real.cbp) && existsSync(real.sfo);
const folder = mkdtempSync(join(tmpdir(), 'lintel-real-'));
let server: RunningServer;
let token = '';

function lintel(...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env: server.env, timeout: 120_000 };
    const child = execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.trim());
      else reject(new Error(`${args.slice(0, 2).join(' ')}: ${stderr}`, { cause: error }));
    });
    child.stdin?.end();
  });
}

async function get<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${server.url}/api/v1/stores/${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  // The route's contract holds what it answers.
  return (await answer.json()) as Answer;
}

const classes = {
  ...{ '0-900': 'all_n_0..15', '900-1800': 'all_n_16..30', '1800-2700': 'all_n_31..45', '2700-3600': 'all_n_46..60' },
  ...{ '3600-5400': 'all_n_61..90', '5400-7200': 'all_n_91..120', '7200-': 'all_n_120..' },
};
const bins = Object.entries(classes).map(([seconds, column]) => `${seconds}=${column}`);

function importWaits(file: string, store: string): Promise<string> {
  const format = ['--date-format', 'yyyy-MM-dd HHmm - HHmm', '--slot-minutes', '60', '--wait-unit', 'minutes'];
  const map = ['--map', 'start=date+hour,queue=terminal,meanWait=all_avg_wait', '--bin', bins.join(',')];
  return lintel('import', 'queue', file, '--store', store, ...map, ...format);
}

function importAnswers(file: string, store: string): Promise<string> {
  const map = ['--map', 'id=response_id,at=survey_date,score=netpro', '--set', 'survey=nps', '--skip-score', '11'];
  return lintel('import', 'service', file, '--store', store, ...map);
}

beforeAll(async () => {
  server = await startServer();
  const queues = 'queues: [ { id: t5, name: Terminal 5, targetSeconds: 900 } ]';
  writeFileSync(
    join(folder, 'chain.yaml'),
    `organisation: { name: Airports, currency: USD }
stores:
  - { id: ord, timezone: America/Chicago, ${queues} }
  - { id: few, timezone: America/Chicago, ${queues} }
  - { id: sfo, timezone: America/Los_Angeles }
  - { id: asked, timezone: America/Los_Angeles }
`,
  );
  await lintel('provision', join(folder, 'chain.yaml'));
  token = await lintel('token', 'create', '--name', 'test', '--role', 'owner');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a table of queues and one of answers', () => {
  it('gives waits weighted by people, not the average of averages, and the share within the target by classes', async () => {
    const file = join(folder, 'hours.csv');
    const header = `terminal,date,hour,all_avg_wait,${Object.values(classes).join(',')}`;
    writeFileSync(
      file,
      `${header}
Terminal 5,2018-03-01,0900 - 1000,5,90,0,0,0,0,0,0
Terminal 5,2018-03-01,1000 - 1100,35,0,4,3,2,0,0,1
Terminal 5,2018-03-01,1200 - 1300,,,,,,,,
`,
    );
    expect(await importWaits(file, 'few')).toBe('imported 2 statistics, 1 line rejected');
    expect(await importWaits(file, 'few')).toBe('imported 0 statistics, 2 already there, 1 line rejected');
    const { total, queues } = await get<QueueAnswer>('few/queue?from=2018-03-01&to=2018-03-01&by=hour');
    expect(total).toMatchObject({ served: 100, waitSeconds: { mean: 8 * 60 }, serviceLevel: 0.9 });
    expect(queues.map(({ queue }) => queue)).toEqual(['t5']);
    const hours = queues[0]?.series?.filter(({ served }) => served !== null && served > 0);
    expect(hours?.map(({ start, served }) => [start, served])).toEqual([
      ['2018-03-01T09:00:00-06:00', 90],
      ['2018-03-01T10:00:00-06:00', 10],
    ]);
  });

  it('gives the NPS of those who answered', async () => {
    const file = join(folder, 'answers.csv');
    writeFileSync(
      file,
      'response_id,survey_date,netpro\n1,2017-05-13,10\n2,2017-05-13,3\n3,2017-05-14,9\n4,2017-05-14,11\n5,2017-05-14,\n',
    );
    expect(await importAnswers(file, 'asked')).toBe(
      'imported 3 answers, 1 skipped (score 11), 1 skipped (no score), 0 lines rejected',
    );
    const { nps, voice } = await get<ServiceAnswer>('asked/service?from=2017-05-01&to=2017-05-31');
    expect(nps).toBeCloseTo(100 / 3, 9);
    expect(voice.nps.all).toMatchObject({ answers: 3, promoters: 2, detractors: 1 });
  });
});

describe.for(hasData ? ['the public series'] : [])('%s', () => {
  it('of 2018 gives a mean wait of 16.353 minutes and 60.42 % within 15', async () => {
    expect(await importWaits(real.cbp, 'ord')).toBe('imported 7,008 statistics, 0 lines rejected');
    const { total, queues } = await get<QueueAnswer>('ord/queue?from=2018-01-01&to=2018-12-31&by=none');
    expect(total.served).toBe(5_412_407);
    expect((total.waitSeconds.mean ?? 0) / 60).toBeCloseTo(16.353, 3);
    expect(total.serviceLevel).toBeCloseTo(0.604178, 6);
    expect(total.flags).toContain('coarse');
    expect(queues.map(({ queue, total: own }) => [queue, own.served])).toEqual([['t5', 5_412_407]]);
  });

  it('of passengers’ answers gives an NPS of 39.84 from 2,746', async () => {
    expect(await importAnswers(real.sfo, 'sfo')).toBe(
      'imported 2,746 answers, 84 skipped (score 11), 1 skipped (no score), 0 lines rejected',
    );
    const { nps, voice } = await get<ServiceAnswer>('sfo/service?from=2017-05-01&to=2017-05-31');
    expect(nps).toBeCloseTo(39.8398, 4);
    expect(voice.nps.all).toMatchObject({ answers: 2746, promoters: 1436, passives: 968, detractors: 342 });
  });
});
