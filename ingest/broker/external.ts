import { type IClientOptions, MqttClient } from 'mqtt';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Sender } from '../waitingLine.ts';
import { brokerAddress } from './brokerAddress.ts';
import { countUnderWay, type Intake } from './intake.ts';
import { type Lane, openLane } from './lane.ts';
import type { Publish } from './publishFrame.ts';

export interface ExternalBrokerParts {
  /** mqtt, mqtts, ws or wss; may carry user name and password. */
  readonly url: string;
  /** Always the same for one process: the broker keeps what arrives while it is away. */
  readonly clientId: string;
  /** Goes before what the url carries. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** MQTT filters. */
  readonly subscriptions: readonly string[];
  /** Under which topic a message is stored; null: it is not wanted, and only acknowledged. Absent: under its own. */
  topicOf?(topic: string): string | null;
  /** What the broker tells others when this connection is lost. */
  readonly will?: Told;
  /** The longest pause between two tries to connect; each is longer than the one before. Absent: they are all of a second. */
  readonly longestPauseMs?: number;
  /** Where messages are stored. */
  readonly intake: Intake;
  onTrouble(what: string, about: Readonly<Record<string, unknown>>): void;
  /** Connected, and granted what is subscribed to; may be told more than once. */
  onConnected?(): void;
  /** The broker does not grant what is subscribed to. */
  onRefused?(): void;
  /** Not, or not any more; told at every try. */
  onDisconnected?(error?: Error): void;
}

/** Something published, kept by the broker for whoever comes later. */
export interface Told {
  readonly topic: string;
  /** '' makes the broker forget it. */
  readonly payload: string;
}

export interface ExternalBroker {
  /** Connected, and the broker has granted what is subscribed to. */
  isConnected(): boolean;
  /** Further filters from now on, in place of those given before; one that is refused is told, and keeps nothing else away. */
  follow(further: readonly string[]): void;
  /** Settles when the broker has it; rejects where it does not take it, or is not connected. */
  tell(told: Told): Promise<void>;
  /** Takes nothing more, acknowledges what is under way, disconnects; the broker keeps the session. */
  close(): Promise<void>;
}

const everything = 'lintel/v1/#';
const statuses = 'lintel/v1/+/+/status';

/**
 * Lintel's own topics, shared by the processes of a group. Retained copies do not come through a shared subscription, so everyone
 * subscribes to statuses by itself as well.
 */
export function subscriptionsOf(shareGroup: string | null): string[] {
  return shareGroup === null ? [everything] : [`$share/${shareGroup}/${everything}`, statuses];
}

const shortestPauseMs = 1000;

function optionsOf({ clientId, will }: ExternalBrokerParts): IClientOptions {
  return {
    clientId,
    clean: false,
    protocolVersion: 4,
    reconnectPeriod: shortestPauseMs,
    // Also where it does not let us in: a password may be set right at the other side.
    reconnectOnConnackError: true,
    ...(will === undefined
      ? {}
      : { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }),
    connectTimeout: 10_000,
    keepalive: 30,
    // We subscribe at every connection: that also tells the present states, and whether we still may.
    resubscribe: false,
  };
}

/**
 * Reads from a broker that is not ours, with a session that it keeps. Subscribed with QoS 1, so that what a publisher sent with QoS 2
 * is handed to us with QoS 1 and nothing hangs on the memory of this process. PUBACK is sent after the commit, on the connection the
 * message came by: on another one its number may mean another message.
 */
export function openExternalBroker(parts: ExternalBrokerParts): ExternalBroker {
  const address = brokerAddress(parts.url);
  const underWay = countUnderWay();
  const state = { isGranted: false, isClosing: false, further: [] as readonly string[] };
  const client = new MqttClient(
    (self) => {
      const lane = openLane(address.open(self), {
        onPublish: (publish) => {
          // What is not taken is not acknowledged: the broker sends it again.
          if (state.isClosing) return;
          const topic = parts.topicOf === undefined ? publish.topic : parts.topicOf(publish.topic);
          if (topic === null) {
            if (publish.id > 0) lane.acknowledge(publish.id);
            return;
          }
          underWay.began();
          take(publish, topic);
        },
        mayRead: () => true,
        isFull: () => parts.intake.isFull(),
        room: () => parts.intake.room(),
      });
      const take = takerOf(parts, lane, underWay.ended);
      noteLife(self, lane);
      return lane.stream;
    },
    { ...optionsOf(parts), ...(parts.credentials ?? address.credentials) },
  );
  const subscribe = subscriberOf(client, parts, state);
  client.on('connect', ({ sessionPresent }) => {
    client.options.reconnectPeriod = shortestPauseMs;
    // A kept session has its subscriptions; the answer to ours waits behind all that was kept with it.
    state.isGranted = sessionPresent;
    if (state.isGranted) parts.onConnected?.();
    subscribe(parts.subscriptions);
    subscribeFurther(client, parts, state.further);
  });
  client.on('reconnect', () => {
    const next = (client.options.reconnectPeriod ?? shortestPauseMs) * (1.5 + Math.random() / 2);
    client.options.reconnectPeriod = Math.min(next, parts.longestPauseMs ?? shortestPauseMs);
  });
  client.on('error', (error) => parts.onDisconnected?.(error));
  client.on('close', () => {
    state.isGranted = false;
    if (!state.isClosing) parts.onDisconnected?.();
  });
  return {
    isConnected: () => client.connected && state.isGranted,
    follow(further) {
      const before = state.further;
      state.further = further;
      if (!client.connected) return;
      const gone = before.filter((filter) => !further.includes(filter));
      if (gone.length > 0) client.unsubscribe(gone);
      const added = further.filter((filter) => !before.includes(filter));
      subscribeFurther(client, parts, added);
    },
    async tell({ topic, payload }) {
      if (!client.connected) throw new AppError('unavailable', 'The broker is not connected.');
      await client.publishAsync(topic, payload, { qos: 1, retain: true });
    },
    async close() {
      state.isClosing = true;
      await underWay.over();
      await client.endAsync(!client.connected);
    },
  };
}

function subscriberOf(
  client: MqttClient,
  parts: ExternalBrokerParts,
  state: { isGranted: boolean },
): (filters: readonly string[]) => void {
  const granted = (): void => {
    state.isGranted = true;
    parts.onConnected?.();
  };
  return (filters) => {
    // A broker that is only told something.
    if (filters.length === 0) return granted();
    client.subscribe([...filters], { qos: 1 }, (error, _granted, packet) => {
      const isRefused = packet?.granted.some((qos) => typeof qos === 'number' && qos >= 128) ?? false;
      if (!error && !isRefused) return granted();
      state.isGranted = false;
      if (!client.connected) return;
      parts.onTrouble('the broker refuses the subscription', { err: error ?? undefined });
      parts.onRefused?.();
    });
  };
}

function subscribeFurther(client: MqttClient, { onTrouble }: ExternalBrokerParts, filters: readonly string[]): void {
  if (filters.length === 0) return;
  client.subscribe([...filters], { qos: 1 }, (error, _granted, packet) => {
    const refused = filters.filter((_filter, place) => Number(packet?.granted[place] ?? 0) >= 128);
    if (client.connected && (error || refused.length > 0))
      onTrouble('the broker refuses topics of devices', { filters: refused, err: error ?? undefined });
  });
}

/** What becomes of the messages of one connection. */
function takerOf(
  { intake }: ExternalBrokerParts,
  lane: Lane,
  onAnswered: () => void,
): (publish: Publish, topic: string) => void {
  const sender: Sender = {
    patience: 'hold',
    stored: (id) => {
      if (id > 0) lane.acknowledge(id);
      onAnswered();
    },
    refused: (id) => {
      // The broker sends it again when the connection is a new one; the batcher has said why.
      if (id > 0) lane.cut();
      onAnswered();
    },
  };
  return ({ bytes, from, to, isRetained, id }, topic) =>
    intake.add({ topic, bytes, from, to, isRetained, receivedAt: lane.heardAt() }, sender, id);
}

const lifeNotedMs = 1000;

/**
 * What a broker sends shows that it lives. mqtt.js waits for the answer to its ping alone, which may stand behind a long backlog, and
 * would end the connection in the middle of it.
 */
function noteLife(client: MqttClient, lane: Lane): void {
  let heardAt = lane.heardAt();
  const timer = setInterval(() => {
    if (lane.heardAt() === heardAt) return;
    heardAt = lane.heardAt();
    client.reschedulePing(true);
  }, lifeNotedMs);
  lane.stream.once('close', () => clearInterval(timer));
}
