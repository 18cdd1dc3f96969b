import { expect, test } from 'vitest';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Device, Source } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { bitsByModel } from '../../ingest/adapters/lorawan/models.ts';
import type { MessageFate } from '../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';

const noon = Date.parse('2026-03-20T12:00:00Z');
const minute = 60_000;

const network: Source & { password: null; url: string } = {
  id: 'tts',
  profile: 'ttn',
  url: 'mqtts://network.example',
  username: 'shops@ttn',
  password: null,
  topics: [],
  options: {},
};

function counter(address: string, model: string | null, more: Partial<Device> = {}): Device {
  const options = model === null ? {} : { model };
  const connection = { source: 'tts', topics: [], address, swap: false, map: [], options };
  const counterBits = bitsByModel(options);
  return makeDevice('door-1', 'arbat', {
    profile: 'ttn',
    mode: 'cumulative',
    lines: [],
    connection,
    counterBits,
    ...more,
  });
}

/** An uplink of the door's counter: minutes after noon, the frame counter, what the codec made of it. */
function uplink(minutes: number, counted: object): unknown {
  return {
    end_device_ids: { device_id: 'north-door', dev_eui: '24E124AA00000001' },
    received_at: new Date(noon + minutes * minute + 300).toISOString(),
    uplink_message: {
      session_key_id: 'AZWnSESSIONa1b2c3d4e5Q==',
      f_port: 85,
      f_cnt: minutes,
      decoded_payload: counted,
      received_at: new Date(noon + minutes * minute).toISOString(),
    },
  };
}

interface Shop {
  send(topic: string, body: unknown, minutes?: number): Promise<MessageFate>;
  counted(): Promise<unknown>;
}

async function openShop(sql: Sql, ...devices: readonly Device[]): Promise<Shop> {
  await applySettings(sql, owner, { stores: [makeStore('arbat')], devices, sources: [network] });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => noon + 86_400_000 });
  return {
    async send(topic, body, minutes = 0) {
      const receivedAt = noon + minutes * minute;
      const message = { topic, payload: Buffer.from(JSON.stringify(body)), isRetained: false, receivedAt };
      const [stored] = await pipeline.ingest(sql, owner, [message]);
      if (stored === undefined || hasFailed(stored)) throw new Error('It was not stored.');
      return stored;
    },
    async counted() {
      const [row] = await sql.all<{ in: number | null; out: number | null }>(
        'select sum(count_in) as "in", sum(count_out) as "out" from quarter_counts',
      );
      return [Number(row?.in ?? 0), Number(row?.out ?? 0)];
    },
  };
}

const mqtt = '$source/tts/v3/shops@ttn/devices/north-door/up';
const hook = '$hook/tts/';

describeOnBothDialects('counters behind a network server', (open) => {
  test.for([['VS350'], ['VS351'], ['VS360'], ['counter whose model is not told', null]] as const)(
    'totals of a %s go on past 65535',
    async ([name, model = name]) => {
      const { send, counted } = await openShop(await open(), counter('24e124aa00000001', model));
      await send(mqtt, uplink(0, { total_in: 65530, total_out: 64000 }));
      await send(mqtt, uplink(10, { total_in: 4, total_out: 64007 }));
      expect(await counted()).toEqual([10, 7]);
    },
  );

  test('totals of a VS133 that were reset begin at 0', async () => {
    const { send, counted } = await openShop(await open(), counter('north-door', 'VS133'));
    await send(mqtt, uplink(0, { line_1_total_in: 40000, line_1_total_out: 39000 }));
    await send(mqtt, uplink(10, { line_1_total_in: 3, line_1_total_out: 2 }));
    expect(await counted()).toEqual([3, 2]);
  });

  test('one uplink by MQTT and by webhook, again and again, counts once', async () => {
    const { send, counted } = await openShop(await open(), counter('24E124AA00000001', 'VS350', { mode: 'event' }));
    for (const topic of [mqtt, hook, mqtt]) await send(topic, uplink(5, { period_in: 6, period_out: 5 }), 7);
    await send(hook, uplink(15, { period_in: 1, period_out: 0 }), 16);
    expect(await counted()).toEqual([7, 5]);
  });

  test('a past that comes late fills the past, and adds nobody', async () => {
    const { send, counted } = await openShop(await open(), counter('north-door', 'VS350'));
    await send(mqtt, uplink(0, { total_in: 100, total_out: 90 }));
    await send(mqtt, uplink(60, { total_in: 130, total_out: 120 }), 60);
    const timestamp = noon / 1000 + 1800;
    await send(
      mqtt,
      uplink(70, { history: [{ timestamp, period_in: 9, period_out: 9, total_in: 110, total_out: 99 }] }),
      70,
    );
    expect(await counted()).toEqual([30, 30]);
  });

  test('a device of another name waits to be adopted', async () => {
    const { send, counted } = await openShop(await open(), counter('south-door', 'VS350'));
    const fate = await send(mqtt, uplink(0, { total_in: 100, total_out: 90 }));
    expect(fate.items).toMatchObject([{ fate: 'quarantined', reason: 'unknown_device' }]);
    expect(await counted()).toEqual([0, 0]);
  });

  test('a simulated uplink counts nobody', async () => {
    const { send, counted } = await openShop(await open(), counter('north-door', 'VS350', { mode: 'event' }));
    const simulated = { ...(uplink(0, { period_in: 5, period_out: 5 }) as object), simulated: true };
    const fate = await send(hook, simulated);
    expect(fate.items).toMatchObject([{ fate: 'accepted' }]);
    expect(await counted()).toEqual([0, 0]);
  });
});

/** Telegrams of an IMBuildings counter without totals, which a platform forwards without a time. */
function bare(number: number, came: number): unknown {
  const hex = (value: number): string => value.toString(16).padStart(4, '0');
  return { port: 1, payloadHex: `02050004a30b00f1aa02000104${hex(came)}0000000${number}` };
}

describeOnBothDialects('telegrams that tell no time', (open) => {
  test('are known by their number within the hour', async () => {
    const connection = { source: null, topics: ['doors/a'], address: null, swap: false, map: [], options: {} };
    const door = makeDevice('door-1', 'arbat', { profile: 'imbuildings', mode: 'event', lines: [], connection });
    const { send, counted } = await openShop(await open(), door);
    await send('doors/a', bare(1, 4), 1);
    await send('doors/a', bare(1, 4), 3);
    await send('doors/a', bare(2, 3), 5);
    expect(await counted()).toEqual([7, 0]);
  });
});
