import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt';
import type { MessageFate, RawMessage } from '../pipeline/message.ts';
import { acknowledger } from './acknowledge.ts';

export interface ExternalBrokerParts {
  /** mqtt, mqtts, ws or wss; may carry user name and password. */
  readonly url: string;
  /** Always the same for one process: the broker keeps what arrives while it is away. */
  readonly clientId: string;
  /** Joined by several ingest processes that split the load; null: this one takes all. */
  readonly shareGroup: string | null;
  submit(message: RawMessage): Promise<MessageFate>;
  isFull(): boolean;
  room(): Promise<void>;
  onTrouble(what: string, about: Readonly<Record<string, unknown>>): void;
  /** Connected, and granted what is subscribed to; may be told more than once. */
  onConnected?(): void;
  /** Not, or not any more; told at every try. */
  onDisconnected?(error?: Error): void;
}

export interface ExternalBroker {
  /** Connected, and the broker has granted what is subscribed to. */
  isConnected(): boolean;
  /** Takes nothing more, acknowledges what is under way, disconnects; the broker keeps the session. */
  close(): Promise<void>;
}

const everything = 'lintel/v1/#';
const statuses = 'lintel/v1/+/+/status';

/** Retained copies do not come through a shared subscription, so everyone subscribes to statuses by itself as well. */
export function subscriptionsOf(shareGroup: string | null): string[] {
  return shareGroup === null ? [everything] : [`$share/${shareGroup}/${everything}`, statuses];
}

function optionsOf({ clientId }: ExternalBrokerParts): IClientOptions {
  return {
    clientId,
    clean: false,
    protocolVersion: 4,
    reconnectPeriod: 1000,
    connectTimeout: 10_000,
    keepalive: 30,
    // We subscribe at every connection: that also tells the present states, and whether we still may.
    resubscribe: false,
  };
}

/**
 * Reads from a broker that is not ours, with a session that it keeps. Subscribed with QoS 1, so that what a publisher sent with QoS 2
 * is handed to us with QoS 1 and nothing hangs on the memory of this process. PUBACK is sent after the commit.
 */
export function openExternalBroker(parts: ExternalBrokerParts): ExternalBroker {
  const client = connect(parts.url, optionsOf(parts));
  const underWay = new Set<Promise<void>>();
  const state = { isGranted: false, isClosing: false };
  // Before the connection stands: a kept session sends at once.
  client.handleMessage = (packet, done) => {
    if (state.isClosing) return done(new Error('not acknowledged'));
    const taken = take(client, parts, packet);
    underWay.add(taken);
    void taken.finally(() => underWay.delete(taken));
    // An error here skips mqtt.js' own PUBACK and goes on with the next packet (mqtt 5.16, lib/handlers/publish.js).
    const next = (): void => done(packet.qos === 0 ? undefined : new Error('acknowledged after the commit'));
    if (parts.isFull()) void parts.room().then(next);
    else next();
  };
  client.on('packetreceive', () => noteLife(client));
  client.on('connect', ({ sessionPresent }) => {
    // A kept session has its subscriptions; the answer to ours waits behind all that was kept with it.
    state.isGranted = sessionPresent;
    if (state.isGranted) parts.onConnected?.();
    client.subscribe(subscriptionsOf(parts.shareGroup), { qos: 1 }, (error, _granted, packet) => {
      const refused = packet?.granted.some((qos) => typeof qos === 'number' && qos >= 128) ?? false;
      state.isGranted = !error && !refused;
      if (state.isGranted) parts.onConnected?.();
      else if (client.connected) parts.onTrouble('the broker refuses the subscription', { err: error ?? undefined });
    });
  });
  client.on('error', (error) => parts.onDisconnected?.(error));
  client.on('close', () => {
    state.isGranted = false;
    if (!state.isClosing) parts.onDisconnected?.();
  });
  return {
    isConnected: () => client.connected && state.isGranted,
    async close() {
      state.isClosing = true;
      await Promise.allSettled(underWay);
      await client.endAsync(!client.connected);
    },
  };
}

const heardAt = new WeakMap<MqttClient, number>();

/**
 * What a broker sends shows that it lives. mqtt.js waits for the answer to its ping alone, which may stand behind a long backlog, and
 * would end the connection in the middle of it.
 */
function noteLife(client: MqttClient): void {
  const now = Date.now();
  if (now - (heardAt.get(client) ?? 0) < 1000) return;
  heardAt.set(client, now);
  client.reschedulePing(true);
}

async function take(client: MqttClient, parts: ExternalBrokerParts, packet: IPublishPacket): Promise<void> {
  const { topic, retain } = packet;
  const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
  const acknowledge = acknowledger(client, packet);
  try {
    await parts.submit({ topic, payload, isRetained: retain, receivedAt: Date.now() });
    acknowledge.yes();
  } catch {
    // The broker sends it again when the connection is a new one; the batcher has said why.
    acknowledge.no();
  }
}
