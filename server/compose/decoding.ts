import type { Settings } from '../../db/vocabulary/place.ts';
import type { Adapter } from '../../ingest/adapters/adapter.ts';
import type { Report } from '../../ingest/adapters/finding.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import { judgeMessage } from '../../ingest/pipeline/judge.ts';
import { nativeTopic } from '../../ingest/pipeline/topic.ts';
import { settle } from '../../ingest/settle/settle.ts';
import { tellEvent } from '../../ingest/settle/tell.ts';
import type { Decoding, Preview, PreviewAsk, Understanding } from '../vendors/decoding.ts';

/** Findings of one message that are told; the rest is only counted. */
const mostTold = 100;

/** Reads messages by the registry of adapters, and stores nothing. */
export function makeDecoding(): Decoding {
  return {
    preview: (ask) => {
      const adapter = adapters.get(ask.profile);
      const preview = adapter === undefined ? previewNative(ask) : previewVendor(ask, adapter);
      const isRefused = preview.understood.every(({ what }) => what === 'refused');
      return isRefused && adapter?.body !== 'text' && isNoJson(ask.body) ? notJson : preview;
    },
    guess: (body, topic) => {
      const alike = [...adapters.values()].filter((adapter) => adapter.isLike(bodyFor(adapter, body), topic));
      const own = alike.find(({ profile }) => profile !== 'generic') ?? alike[0];
      return own?.profile ?? null;
    },
    namesIn: (profile, { body, topic, at }) => {
      const adapter = adapters.get(profile);
      if (adapter === undefined) return [];
      const reports = adapter.read(bodyFor(adapter, body), { topic, receivedAt: at, options: {} });
      return 'reason' in reports ? [] : reports.map(({ address, alsoKnownAs = [] }) => [address, ...alsoKnownAs]);
    },
  };
}

/** What a person pastes is text; what is JSON to the adapter is read as such. */
function bodyFor(adapter: Adapter, body: unknown): unknown {
  if (typeof body !== 'string') return adapter.body === 'text' ? JSON.stringify(body) : body;
  if (adapter.body === 'text') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const notJson: Preview = { reports: [], understood: [{ what: 'refused', text: 'This is not JSON.' }] };

function isNoJson(body: unknown): boolean {
  if (typeof body !== 'string') return false;
  try {
    JSON.parse(body);
    return false;
  } catch {
    return true;
  }
}

function previewVendor(ask: PreviewAsk, adapter: Adapter): Preview {
  const { device, store, now, topic, options } = ask;
  const reports = adapter.read(bodyFor(adapter, ask.body), { topic, receivedAt: now, options, mode: device.mode });
  if ('reason' in reports) return { reports: [], understood: [refused(reports)] };
  const context = { store, device, adapter, now, receivedAt: now };
  const told = reports.flatMap(({ findings }) =>
    findings.slice(0, mostTold).map((finding): Understanding => {
      const settled = settle(finding, context);
      if (settled.kind === 'refused') return refused(settled);
      return settled.kind === 'aside' ? { what: 'aside', text: settled.detail } : tellEvent(settled.event, store);
    }),
  );
  return { reports: reports.map(withoutRest), understood: limited(told) };
}

function withoutRest(report: Report): Report {
  return { ...report, findings: report.findings.slice(0, mostTold) };
}

function limited(told: readonly Understanding[]): Understanding[] {
  const more = told.length - mostTold;
  return more > 0 ? [...told.slice(0, mostTold), { what: 'aside', text: `and ${more} more` }] : [...told];
}

function refused({ reason, detail }: { readonly reason: string; readonly detail: string }): Understanding {
  return { what: 'refused', text: `${detail} (${reason})` };
}

/** Lintel's own language: the kind is the topic's last level. */
function previewNative({ device, store, topic, body, now }: PreviewAsk): Preview {
  const kind = topic.split('/').at(-1) || 'counts';
  const payload = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const message = { topic: nativeTopic(store.id, device.id, kind), payload, isRetained: false, receivedAt: now };
  const { whole, items } = judgeMessage(message, settingsOf({ device, store }), now);
  const told = (whole === null ? items : [whole]).flatMap((item) =>
    item.kind === 'refused' ? [refused(item)] : item.events.map((event) => tellEvent(event, store)),
  );
  return { reports: [], understood: limited(told) };
}

/** Settings in which there is nothing but this device and its store. */
function settingsOf({ device, store }: Pick<PreviewAsk, 'device' | 'store'>): Settings {
  return {
    version: 0,
    organisation: { name: '', currency: store.currency, locale: 'en' },
    regions: [],
    stores: new Map([[store.id, { ...store, devices: [device] }]]),
    devices: new Map([[device.id, device]]),
    standards: [],
    checklists: [],
    mqttClients: new Map(),
    sources: new Map(),
  };
}
