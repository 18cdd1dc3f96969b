import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Me } from '../../web/access-types.ts';
import type { Compare, DeviceReport, QuarantinePage, StoreSummary } from '../../web/api-types.ts';
import { mockAttention } from './mockAttention.ts';
import { mockCourses } from './mockCourses.ts';
import { figures, mockDate, mockHours, mockNow, mockTotal } from './mockDay.ts';
import { deviceAnswer, mockReport } from './mockDevices.ts';
import { serveFile } from './mockFiles.ts';
import { mockQueueBrief, mockQueueCost, mockQueueFigures, mockQueueNow } from './mockQueue.ts';
import { mockRestatements } from './mockRestatements.ts';
import { mockServiceBrief } from './mockServiceBrief.ts';
import { dayFor, mockStores, todayOf, zone } from './mockToday.ts';
import { mockHolidays, mockNotes, mockTrend } from './mockTrends.ts';
import {
  mockCheck,
  mockChecks,
  mockEstimates,
  mockHeld,
  mockOccupancy,
  mockShifts,
  mockUnplaced,
} from './mockTrust.ts';

/** A stand-in for the server, for states of the dashboard that are hard to bring about with the real one. */
export interface MockServer {
  readonly url: string;
  /** What the dashboard sent, `PUT /api/v1/stores/x` → its last body. */
  readonly received: Map<string, unknown>;
  /** Sends an event to every open live stream. */
  emit(event: string, data: unknown): void;
  /** Ends every live stream, as a restart does. */
  dropStreams(): void;
  close(): Promise<void>;
}

export interface MockInput {
  readonly isSetUp: boolean;
  readonly isSignedIn: boolean;
  readonly port?: number;
}

const me: Me = {
  user: { name: 'Anna Orlova', email: 'anna@example.org' },
  role: 'owner',
  organisation: { name: 'Romashka', currency: 'RUB', locale: 'en-GB' },
};
const demo = { email: 'demo@lintel.local', password: 'demo-lintel' };

function funnelOf(id: string, query: URLSearchParams): unknown {
  // A few figures alone: the page of trends.
  if (query.has('fields')) return mockTrend(query);
  const date = query.get('from') ?? mockDate;
  if (query.get('estimates') === 'true') return estimatedOf(id);
  const series = mockHours({ date, hours: 12, scale: 0.92, hasOutside: id !== 'dvor' });
  const total = mockTotal(series);
  const change = figures({
    passersBy: -0.08,
    entries: 0.03,
    captureRate: 0.01,
    conversionRate: -0.02,
    netSalesMinor: 0.05,
  });
  const comparison = { from: '2026-03-06', to: '2026-03-06', total, change };
  const base = { store: id, currency: 'RUB', timezone: zone.timezone, from: date, to: date, by: 'hour', total, series };
  return query.has('compare') ? { ...base, comparison } : base;
}

/** The present day with what its gaps hide. */
function estimatedOf(id: string): unknown {
  const { currency, timezone, date, total, hours } = todayOf(id);
  return { store: id, currency, timezone, from: date, to: date, by: 'hour', total, ...mockEstimates(hours) };
}

function compareOf(): Compare {
  const rows = mockStores.slice(0, 3).map(({ id, name, region = null, currency, timezone }, place) => {
    const rank = { conversionRate: place === 2 ? null : place + 1, captureRate: null, netSalesMinor: place + 1 };
    const beside = { queue: mockQueueBrief(id), service: mockServiceBrief(id) };
    const { total } = todayOf(id);
    return { ...total, store: id, name, region, currency, timezone, rank, conversionEntries: total.entries, ...beside };
  });
  const beside = { queue: mockQueueBrief('arbat'), service: mockServiceBrief('arbat') };
  return { from: mockDate, to: mockDate, currency: 'RUB', total: todayOf('arbat').total, stores: rows, ...beside };
}

function devices(): { devices: DeviceReport[] } {
  return {
    devices: [
      {
        ...mockReport,
        ...{ id: 'door-arbat', store: 'arbat', measures: ['entries'], lastSeen: mockNow, coverage: 0.998 },
        profile: 'xovis',
      },
      {
        ...mockReport,
        id: 'till-arbat',
        store: 'arbat',
        measures: ['sales'],
        lastSeen: mockNow,
        coverage: 1,
        quarantined: 3,
      },
      {
        ...mockReport,
        ...{ id: 'door-mall', store: 'mall', measures: ['entries'], lastSeen: '2026-03-14T10:05:00Z', coverage: 0.61 },
        ...{
          state: 'offline',
          problem: 'covered',
          mode: 'cumulative',
          unplaced: 412,
          unplacedDetail: [mockUnplaced],
          held: [mockHeld],
          checks: [mockCheck],
        },
      },
    ],
  };
}

function quarantine(): QuarantinePage {
  const base = { receivedAt: '2026-03-14T12:58:00Z', device: 'till-arbat', topic: 'lintel/v1/arbat/till-arbat/sales' };
  return {
    items: [
      {
        ...base,
        id: 2,
        reason: 'bad_amount',
        detail: 'total 12.345 has more digits than RUB.',
        count: 3,
        body: { id: 'a' },
      },
      { ...base, id: 1, reason: 'malformed_json', detail: null, count: 1, body: '{"id":' },
    ],
    next: null,
    letGo: 0,
  };
}

interface MockState {
  isSetUp: boolean;
  isSignedIn: boolean;
  readonly streams: Set<ServerResponse>;
  readonly received: Map<string, unknown>;
  readonly saved: StoreSummary[];
}

type Answer = { readonly status?: number; readonly body: unknown };
function accessOf(path: string): unknown {
  const [, , , , store, , device] = path.split('/');
  const mqtt = { host: '0.0.0.0', port: 1883, tls: false };
  return {
    device: { id: device },
    secret: 's3cr3t-once',
    topic: `lintel/v1/${store}/${device}/{kind}`,
    username: device,
    mqtt,
  };
}

function queueAnswer(id: string, which: string | undefined, query: URLSearchParams): unknown {
  if (which === 'now') return mockQueueNow(id);
  return which === 'cost' ? mockQueueCost(id, query) : mockQueueFigures(id, query);
}

function storeAnswer(path: string, query: URLSearchParams): Answer {
  const [, , , , id = '', what, which] = path.split('/');
  if (id === 'broken')
    return { status: 500, body: { title: 'Internal error', detail: 'Something broke on our side.' } };
  if (what === 'queue') return { body: queueAnswer(id, which, query) };
  if (what === 'restatements') return { body: mockRestatements(query.get('from') ?? mockDate, id === 'arbat') };
  if (what === 'holidays') return { body: mockHolidays };
  if (what === 'occupancy') return { body: mockOccupancy(query.get('date') ?? mockDate, todayOf(id).occupancy) };
  return { body: what === 'today' ? dayFor(id, query.get('date')) : funnelOf(id, query) };
}

function change(path: string, body: unknown, state: MockState): Answer {
  if (path === '/api/v1/setup') {
    if ((body as { code: string }).code !== 'good')
      return { status: 403, body: { detail: 'The set-up code is wrong.' } };
    Object.assign(state, { isSetUp: true, isSignedIn: true });
  }
  if (path === '/api/auth/sign-in/email') {
    if ((body as { password: string }).password === 'wrong') return { status: 401, body: { message: 'Invalid' } };
    state.isSignedIn = true;
  }
  if (path === '/api/auth/sign-out') state.isSignedIn = false;
  if (/\/devices\//.test(path)) return { body: accessOf(path) };
  const saved = /^\/api\/v1\/stores\/([^/]+)$/.exec(path)?.[1];
  if (saved) state.saved.push({ ...zone, measures: ['entries'], id: saved, name: (body as { name: string }).name });
  if (path.endsWith('/retry')) return { body: { retried: 2, accepted: 1, refused: 1 } };
  return { body: {} };
}

function read(path: string, query: URLSearchParams, state: MockState): Answer {
  if (path === '/api/v1/public')
    return { body: { organisation: null, setupOpen: !state.isSetUp, ...(state.isSetUp ? { demo } : {}) } };
  if (path === '/api/v1/setup') return { body: { open: !state.isSetUp } };
  if (path === '/api/v1/timezones') return { body: ['Europe/Berlin', 'Europe/Moscow'] };
  if (!state.isSignedIn) return { status: 401, body: { detail: 'Sign in first.', code: 'unauthenticated' } };
  if (path === '/api/v1/me') return { body: me };
  if (path === '/api/v1/stores') return { body: { stores: state.saved, regions: [] } };
  if (path === '/api/v1/compare') return { body: compareOf() };
  if (path === '/api/v1/attention') return { body: mockAttention };
  if (path === '/api/v1/compare/series') {
    return {
      body: mockCourses(
        query,
        compareOf().stores.map(({ store }) => store),
      ),
    };
  }
  if (path === '/api/v1/notes') return { body: mockNotes };
  if (path === '/api/v1/checks') return { body: mockChecks() };
  if (path === '/api/v1/devices') return { body: devices() };
  if (path === '/api/v1/quarantine') return { body: quarantine() };
  if (path.endsWith('/z-reports')) return { body: mockShifts() };
  if (path.startsWith('/api/v1/stores/')) return storeAnswer(path, query);
  return { status: 404, body: { detail: 'There is no such thing.' } };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  // A file that is imported comes as it is.
  return /^[{[]/.test(text) ? JSON.parse(text) : text === '' ? undefined : text;
}

function openStream(store: string, response: ServerResponse, state: MockState): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(`: here\n\nevent: funnel\ndata: ${JSON.stringify(todayOf(store))}\n\n`);
  state.streams.add(response);
  response.on('close', () => state.streams.delete(response));
}

async function answer(request: IncomingMessage, response: ServerResponse, state: MockState): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mock');
  if (!pathname.startsWith('/api/')) return serveFile('dist/web', pathname, response);
  if (pathname === '/api/v1/live') return openStream(searchParams.get('store') ?? '', response, state);
  const isChange = request.method !== 'GET';
  const body = isChange ? await bodyOf(request) : undefined;
  if (isChange) state.received.set(`${request.method} ${pathname}`, body);
  const known = state.isSignedIn ? deviceAnswer(request.method ?? 'GET', pathname, searchParams) : undefined;
  const given =
    known !== undefined
      ? { body: known }
      : isChange
        ? change(pathname, body, state)
        : read(pathname, searchParams, state);
  response.writeHead(given.status ?? 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(given.body));
}

/** Serves dist/web and canned answers on a free port of 127.0.0.1. */
export async function startMockServer({ isSetUp, isSignedIn, port = 0 }: MockInput): Promise<MockServer> {
  const saved = isSetUp ? [...mockStores] : [];
  const state: MockState = { isSetUp, isSignedIn, streams: new Set(), received: new Map(), saved };
  const server: Server = createServer((request, response) => void answer(request, response, state));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const dropStreams = (): void => {
    for (const stream of state.streams) stream.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: state.received,
    emit: (event, data) => {
      for (const stream of state.streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    dropStreams,
    close: async () => {
      dropStreams();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
