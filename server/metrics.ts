import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the process tells of itself (Prometheus); never a sales figure. */
export interface Telemetry {
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  /** Messages by the way they came; whoever takes one adds to it. */
  readonly messages: Record<'http' | 'embedded' | 'external' | 'source' | 'hook' | 'asked', number>;
  readonly items: Counter<'fate'>;
  /** Requests to vendors' addresses by what came of them. */
  readonly hooks: Counter<'result'>;
  readonly refusedPublishes: Counter;
  /** 1 while a source's broker is connected, else 0. */
  readonly sourceConnected: Gauge<'source'>;
  readonly liveStreams: Gauge;
  /** 1 while a part is at fault, else 0. */
  readonly faultStanding: Gauge<'part'>;
  readonly faults: Counter<'part'>;
  readonly threadRestarts: Counter<'thread'>;
  /** What waits to be stored is asked for when the metrics are. */
  observeWaiting(load: () => { readonly messages: number; readonly bytes: number }): void;
  /** What was answered and waits on the disk. */
  observeSpool(load: () => { readonly files: number; readonly bytes: number }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export function openTelemetry(): Telemetry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    requestSeconds: new Histogram({
      name: 'lintel_http_request_seconds',
      help: 'Time to answer a request, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    messages: countMessages(registers),
    items: new Counter({
      name: 'lintel_items_total',
      help: 'Items of messages by what became of them.',
      labelNames: ['fate'],
      registers,
    }),
    hooks: new Counter({
      name: 'lintel_hook_requests_total',
      help: 'Requests to the addresses of webhooks by what came of them: taken, or why not.',
      labelNames: ['result'],
      registers,
    }),
    refusedPublishes: new Counter({
      name: 'lintel_mqtt_refused_publishes_total',
      help: 'Publishes of MQTT clients outside what they may; each closed its connection.',
      registers,
    }),
    sourceConnected: new Gauge({
      name: 'lintel_source_connected',
      help: '1 while the broker of a source is connected and read, else 0.',
      labelNames: ['source'],
      registers,
    }),
    liveStreams: new Gauge({ name: 'lintel_live_streams', help: 'Open live streams.', registers }),
    faultStanding: new Gauge({
      name: 'lintel_fault',
      help: '1 while this part is at fault: nothing is acknowledged then that is not stored.',
      labelNames: ['part'],
      registers,
    }),
    faults: new Counter({
      name: 'lintel_faults_total',
      help: 'How often a part has come to be at fault.',
      labelNames: ['part'],
      registers,
    }),
    threadRestarts: new Counter({
      name: 'lintel_thread_restarts_total',
      help: 'Database threads that ended by themselves and were started again.',
      labelNames: ['thread'],
      registers,
    }),
    observeWaiting: (load) => observeWaiting(registers, load),
    observeSpool: (load) => observeSpool(registers, load),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function countMessages(registers: Registry[]): Telemetry['messages'] {
  const messages = { http: 0, embedded: 0, external: 0, source: 0, hook: 0, asked: 0 };
  new Counter({
    name: 'lintel_messages_total',
    help: 'Messages that were taken, by the way they came.',
    labelNames: ['way'],
    registers,
    collect() {
      this.reset();
      for (const [way, count] of Object.entries(messages)) if (count > 0) this.inc({ way }, count);
    },
  });
  return messages;
}

function observeWaiting(
  registers: Registry[],
  load: () => { readonly messages: number; readonly bytes: number },
): void {
  new Gauge({
    name: 'lintel_waiting_messages',
    help: 'Messages that wait to be stored; bounded, senders are made to wait.',
    registers,
    collect() {
      this.set(load().messages);
    },
  });
  new Gauge({
    name: 'lintel_waiting_bytes',
    help: 'Bytes of the messages that wait to be stored.',
    registers,
    collect() {
      this.set(load().bytes);
    },
  });
}

function observeSpool(registers: Registry[], load: () => { readonly files: number; readonly bytes: number }): void {
  new Gauge({
    name: 'lintel_spooled_requests',
    help: 'Requests of vendors that were answered and wait on the disk to be stored; bounded.',
    registers,
    collect() {
      this.set(load().files);
    },
  });
  new Gauge({
    name: 'lintel_spooled_bytes',
    help: 'Bytes of the requests that wait on the disk to be stored.',
    registers,
    collect() {
      this.set(load().bytes);
    },
  });
}
