import { type IClientOptions, MqttClient } from 'mqtt';
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
  /** Joined by several ingest processes that split the load; null: this one takes all. */
  readonly shareGroup: string | null;
  /** Where messages are stored. */
  readonly intake: Intake;
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
 * is handed to us with QoS 1 and nothing hangs on the memory of this process. PUBACK is sent after the commit, on the connection the
 * message came by: on another one its number may mean another message.
 */
export function openExternalBroker(parts: ExternalBrokerParts): ExternalBroker {
  const address = brokerAddress(parts.url);
  const underWay = countUnderWay();
  const state = { isGranted: false, isClosing: false };
  const client = new MqttClient(
    (self) => {
      const lane = openLane(address.open(self), {
        onPublish: (publish) => {
          // What is not taken is not acknowledged: the broker sends it again.
          if (state.isClosing) return;
          underWay.began();
          take(publish);
        },
        mayRead: () => true,
        isFull: () => parts.intake.isFull(),
        room: () => parts.intake.room(),
      });
      const take = takerOf(parts, lane, underWay.ended);
      noteLife(self, lane);
      return lane.stream;
    },
    { ...optionsOf(parts), ...address.credentials },
  );
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
      await underWay.over();
      await client.endAsync(!client.connected);
    },
  };
}

/** What becomes of the messages of one connection. */
function takerOf({ intake }: ExternalBrokerParts, lane: Lane, onAnswered: () => void): (publish: Publish) => void {
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
  return ({ topic, bytes, from, to, isRetained, id }) =>
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
