/** What a server in trouble says of itself. */
import { expect } from 'vitest';
import { eventually, type Shop } from '../flow/shop.ts';
import { type Load, sleep } from './load.ts';

export interface Readiness {
  readonly status: number;
  readonly detail: string;
}

export async function readiness(shop: Shop): Promise<Readiness> {
  const answer = await fetch(`${shop.server.url}/readyz`);
  // problem+json, or { status: "ok" }.
  const body = (await answer.json()) as { detail?: string };
  return { status: answer.status, detail: body.detail ?? '' };
}

/** Whether a part is at fault, by the metrics. */
export async function faultMetric(shop: Shop, part: string): Promise<number> {
  const text = await (await fetch(`${shop.server.url}/metrics`)).text();
  return Number(new RegExp(`^lintel_fault\\{part="${part}"\\} (\\d)`, 'm').exec(text)?.[1]);
}

export async function metric(shop: Shop, name: string): Promise<number> {
  const text = await (await fetch(`${shop.server.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
}

/** Lines of the log from warnings up, and those that say that something is over. */
export function troublesIn(output: string): string[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.flatMap((line) => {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string };
    return level >= 40 || msg.startsWith('over: ') ? [msg] : [];
  });
}

/** During an outage: nothing is acknowledged, HTTP and `/readyz` say why, and the log has said it once. */
export async function expectOutage(shop: Shop, load: Load, says: RegExp): Promise<void> {
  await eventually(
    () => readiness(shop),
    ({ status, detail }) => status === 503 && says.test(detail),
  );
  const before = load.acknowledged.size;
  const answer = await fetch(`${shop.server.url}/api/v1/ingest/arbat/till-1/sales`, {
    method: 'POST',
    headers: { authorization: `Bearer ${shop.token}` },
    body: '{}',
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await faultMetric(shop, 'database')).toBe(1);
  await sleep(1000);
  expect(load.acknowledged.size).toBe(before);
  const troubles = troublesIn(shop.server.output());
  expect(troubles, troubles.join(' | ')).toHaveLength(1);
}

/** After an outage: ready by itself, acknowledging, and the log has said so once. */
export async function expectRecovery(shop: Shop, load: Load): Promise<void> {
  await eventually(
    () => readiness(shop),
    ({ status }) => status === 200,
  );
  const before = load.acknowledged.size;
  await eventually(
    async () => load.acknowledged.size,
    (now) => now > before + 100,
  );
  expect(await faultMetric(shop, 'database')).toBe(0);
  const [began, ended, ...further] = troublesIn(shop.server.output());
  expect(began).not.toMatch(/^over/);
  expect(ended).toMatch(/^over: /);
  expect(further).toEqual([]);
}
