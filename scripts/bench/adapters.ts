/**
 * How many of each make's messages a second are judged (read by its adapter and settled) beside Lintel's own, in interleaved rounds. By the
 * processor's time, so that what else the machine does is not measured.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Device, Settings } from '../../db/vocabulary/place.ts';
import type { Adapter } from '../../ingest/adapters/adapter.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import { makeJudge } from '../../ingest/pipeline/judge.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { makeDevice, makeStore } from '../../tests/db/chain.ts';
import type { Fixture } from '../../tests/ingest/adapters/fixture.ts';
import { deviceOf } from '../../tests/ingest/adapters/reading.ts';
import { folder } from './house.ts';
import { nativeIntake } from './nativeIntake.ts';
import { median, rounded, say } from './say.ts';

export interface AdaptersSize {
  readonly rounds: number;
  /** Of one make in one round. */
  readonly milliseconds: number;
}

const now = Date.parse('2026-03-20T12:00:00Z');

/** One kind of message, judged over and over. */
interface Contender {
  readonly name: string;
  readonly isTill: boolean;
  readonly bytes: number;
  judge(): number;
  readonly rates: number[];
}

export async function measureAdapters({ rounds, milliseconds }: AdaptersSize): Promise<void> {
  const contenders = [nativePlain, nativeCount, nativeReceipt, ...(await vendors())];
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of contenders) {
      const rate = rateOf(contender, milliseconds);
      // The first round is for the compiler.
      if (round > 0) contender.rates.push(rate);
    }
  }
  const intake = await nativeIntake(mkdtempSync(join(folder, 'adapters-')), rounds * 10);
  say('native counts taken in (judged, stored, committed)', `${rounded(1e6 / intake.counts).padStart(9)} messages/s`);
  say('native receipts taken in', `${rounded(1e6 / intake.sales).padStart(9)} messages/s`);
  for (const contender of contenders) report(contender, intake);
}

/**
 * Devices beside Lintel's own counts, tills beside its own receipts: judged alone, where Lintel's own are read by their decoders of JSON,
 * and taken in, which adds what storing the same number of its own events costs.
 */
function report({ name, isTill, bytes, judge, rates }: Contender, intake: { counts: number; sales: number }): void {
  const own = isTill ? nativeReceipt : nativeCount;
  const ratio = median(rates.map((rate, round) => rate / (own.rates[round] ?? Number.NaN)));
  const whole = isTill ? intake.sales : intake.counts;
  const storing = whole - 1e6 / median((isTill ? nativeReceipt : nativePlain).rates);
  const events = judge();
  const takenIn = whole / (1e6 / median(rates) + storing * events);
  const each = `${bytes} bytes, ${events} event${events === 1 ? '' : 's'}`;
  const shares = `${ratio.toFixed(2)} of native, ${takenIn.toFixed(2)} with storing`;
  say(`${name} (${each})`, `${rounded(median(rates)).padStart(9)} messages/s judged, ${shares}`);
}

/** Messages in a second of the processor. */
function rateOf({ judge }: Contender, milliseconds: number): number {
  const before = process.cpuUsage();
  let messages = 0;
  for (;;) {
    for (let i = 0; i < 200; i += 1) judge();
    messages += 200;
    const { user, system } = process.cpuUsage(before);
    if (user + system >= milliseconds * 1000) return (messages * 1e6) / (user + system);
  }
}

function contenderOf(
  name: string,
  device: Device,
  { raw, store }: { raw: RawMessage; store: Fixture['store'] },
): Contender {
  const settings: Settings = {
    version: 1,
    organisation: { name: 'bench', currency: 'EUR', locale: 'en' },
    regions: [],
    stores: new Map([['arbat', makeStore('arbat', { currency: 'EUR', devices: [device], ...store })]]),
    devices: new Map([[device.id, device]]),
    standards: [],
    checklists: [],
    mqttClients: new Map(),
    sources: new Map(),
  };
  const judge = makeJudge(settings, now);
  return {
    name,
    isTill: device.measures.includes('sales'),
    bytes: raw.payload.length,
    judge: () => judge(raw).items.reduce((sum, item) => sum + (item.kind === 'understood' ? item.events.length : 0), 0),
    rates: [],
  };
}

function rawOf(topic: string, body: unknown, receivedAt = now): RawMessage {
  return {
    topic,
    payload: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    isRetained: false,
    receivedAt,
  };
}

/** The short way, which reads plain counts from their bytes without JSON.parse: for what Lintel's own devices send all day. */
const nativePlain = contenderOf('native counts by the short way', makeDevice('cam-1', 'arbat'), {
  raw: rawOf('lintel/v1/arbat/cam-1/counts', {
    start: '2026-03-20T11:58:00Z',
    end: '2026-03-20T11:59:00Z',
    in: 3,
    out: 1,
  }),
  store: {},
});
/** In a list, which the short way does not read. */
const nativeCount = contenderOf('native counts', makeDevice('cam-1', 'arbat'), {
  raw: rawOf('lintel/v1/arbat/cam-1/counts', [
    { start: '2026-03-20T11:58:00Z', end: '2026-03-20T11:59:00Z', in: 3, out: 1 },
  ]),
  store: {},
});
const nativeReceipt = contenderOf('native receipt', makeDevice('till-1', 'arbat', { measures: ['sales'] }), {
  raw: rawOf('lintel/v1/arbat/till-1/sales', {
    id: 'r-1041',
    at: '2026-03-20T11:58:00Z',
    type: 'sale',
    total: '37.50',
    tax: '6.25',
    items: 3,
    till: '1',
  }),
  store: {},
});

/** One of each adapter, with its typical message: the one said to be, else the first of which something counts. */
async function vendors(): Promise<Contender[]> {
  const found: Contender[] = [];
  for (const adapter of adapters.values()) {
    const { fixtures } = (await import(`../../tests/ingest/adapters/fixtures/${adapter.profile}.ts`)) as {
      fixtures: readonly Fixture[];
    };
    const typical = fixtures.find((fixture) => fixture.isTypical === true) ?? fixtures.find(isOrdinary);
    if (typical !== undefined) found.push(vendor(adapter, typical));
  }
  return found;
}

function isOrdinary({ understood, refused = [] }: Fixture): boolean {
  return refused.length === 0 && understood.some(({ kind }) => kind !== 'status' && kind !== 'fetch');
}

function vendor(adapter: Adapter, { sent, topic = '', receivedAt, store, ...expectation }: Fixture): Contender {
  const device = deviceOf(adapter, expectation);
  return contenderOf(adapter.profile, device, { raw: rawOf(`$hook/${device.id}/${topic}`, sent, receivedAt), store });
}
