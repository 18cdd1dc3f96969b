import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the process tells of itself (Prometheus); never a sales figure. */
export interface Telemetry {
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly messages: Counter<'way'>;
  readonly items: Counter<'fate'>;
  readonly refusedPublishes: Counter;
  readonly liveStreams: Gauge;
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
    messages: new Counter({
      name: 'lintel_messages_total',
      help: 'Messages stored or quarantined, by the way they came.',
      labelNames: ['way'],
      registers,
    }),
    items: new Counter({
      name: 'lintel_items_total',
      help: 'Items of messages by what became of them.',
      labelNames: ['fate'],
      registers,
    }),
    refusedPublishes: new Counter({
      name: 'lintel_mqtt_refused_publishes_total',
      help: 'Publishes of MQTT clients outside what they may; each closed its connection.',
      registers,
    }),
    liveStreams: new Gauge({ name: 'lintel_live_streams', help: 'Open live streams.', registers }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
