/** Sends a great many messages to a running server, over MQTT and HTTP, and looks at how it bears them. */
import type { MqttClient } from 'mqtt';
import type { Shop } from '../../flow/shop.ts';
import { type Payload, payloads } from './payloads.ts';

const provision = `
stores:
  - id: arbat
    devices:
      - { id: cam-1, secret: s3cret-word }
      - { id: till-1, secret: s3cret-word }
      - { id: sum-1, profile: native, mode: cumulative, counterBits: 16, measures: [entries, passersBy], secret: s3cret-word }
      - { id: beam-1, profile: native, mode: event, measures: [entries, passersBy], secret: s3cret-word }
mqttClients:
  - { id: gate, kind: gateway, store: arbat, secret: s3cret-word }
`;

export interface Attack {
  readonly messages: number;
  readonly seed: number;
  /** Share sent over HTTP; the rest by MQTT. */
  readonly overHttp: number;
}

export interface Outcome {
  readonly sent: { readonly mqtt: number; readonly http: number };
  /** Items of messages over HTTP by what the answers say became of them. */
  readonly items: Record<'accepted' | 'duplicates' | 'corrected' | 'quarantined', number>;
  /** Answers that are neither 200 nor a refusal, or do not add up. */
  readonly wrong: readonly string[];
  /** Resident MiB, a quarter of the way in and at the end. */
  readonly memory: { readonly early: number; readonly late: number };
}

/** So many under way that batches are full. */
const atOnce = 400;

async function residentMiB(shop: Shop): Promise<number> {
  const text = await (await fetch(`${shop.server.url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 2 ** 20;
}

/** The gateway may publish in its own store alone. */
function fitsMqtt({ store, device, kind }: Payload): boolean {
  return store === 'arbat' && !/[#+]/.test(device + kind) && device !== '' && kind !== '';
}

function itemCount(body: Buffer): number {
  const text = new TextDecoder().decode(body);
  if (!text.trimStart().startsWith('[')) return 1;
  const parsed: unknown[] = JSON.parse(text);
  return parsed.length;
}

type Told = Outcome['items'] & { readonly items: readonly unknown[] };

async function overHttp(
  shop: Shop,
  { store, device, kind, body }: Payload,
  outcome: { items: Outcome['items']; wrong: string[] },
): Promise<void> {
  const path = [store, device, kind].map(encodeURIComponent).join('/');
  const ask = (): Promise<Response> =>
    fetch(`${shop.server.url}/api/v1/ingest/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.token}` },
      body,
    });
  // A connection that was idle may end in the moment in which it is used again.
  const answer = await ask().catch(ask);
  const text = await answer.text();
  const about = `${answer.status} ${path} ${body.toString('latin1').slice(0, 300)} ▶ ${text.slice(0, 300)}`;
  if (answer.status !== 200 && (answer.status < 400 || answer.status >= 500)) outcome.wrong.push(about);
  if (!/json/.test(answer.headers.get('content-type') ?? '')) return void outcome.wrong.push(about);
  const told: Partial<Told> = JSON.parse(text);
  const sum = (['accepted', 'duplicates', 'corrected', 'quarantined'] as const).reduce((all, name) => {
    outcome.items[name] += told[name] ?? 0;
    return all + (told[name] ?? 0);
  }, 0);
  if (answer.status === 200 && sum !== itemCount(body)) outcome.wrong.push(`${sum} of ${itemCount(body)}: ${about}`);
}

/** Sets the shop up for it; the gateway that publishes. */
export async function prepared(shop: Shop): Promise<MqttClient> {
  await shop.provision(provision);
  return shop.device('gate');
}

export async function attack(
  shop: Shop,
  gate: MqttClient,
  { messages, seed, overHttp: share }: Attack,
): Promise<Outcome> {
  const source = payloads(seed);
  const items = { accepted: 0, duplicates: 0, corrected: 0, quarantined: 0 };
  const wrong: string[] = [];
  const sent = { mqtt: 0, http: 0 };
  let early = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < messages) {
      const n = next++;
      const payload = source.next().value;
      if (n % 1000 < share * 1000 || !fitsMqtt(payload)) {
        sent.http += 1;
        await overHttp(shop, payload, { items, wrong });
      } else {
        sent.mqtt += 1;
        await gate.publishAsync(`lintel/v1/${payload.store}/${payload.device}/${payload.kind}`, payload.body, {
          qos: 1,
        });
      }
      if (n === Math.floor(messages / 4)) early = await residentMiB(shop);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { sent, items, wrong, memory: { early, late: await residentMiB(shop) } };
}
