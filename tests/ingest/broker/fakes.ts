import type { MqttIdentity } from '../../../db/reads/credentials.ts';
import { type EmbeddedBroker, type EmbeddedBrokerParts, openEmbeddedBroker } from '../../../ingest/broker/embedded.ts';
import type { MessageFate, RawMessage } from '../../../ingest/pipeline/message.ts';

export const stored: MessageFate = { refusedWhole: false, items: [{ index: 0, fate: 'accepted' }] };

/** A place to store that the test opens and shuts, to see what waits for it. */
export interface Gate {
  readonly messages: RawMessage[];
  submit(message: RawMessage): Promise<MessageFate>;
  /** Lets everything through, now and later. */
  open(): void;
  /** Refuses what waits and what comes. */
  fail(): void;
  /** Settles when so many messages have come. */
  came(count: number): Promise<void>;
}

export function makeGate(): Gate {
  const messages: RawMessage[] = [];
  const waiting: { resolve(fate: MessageFate): void; reject(error: Error): void }[] = [];
  let state: 'shut' | 'open' | 'failing' = 'shut';
  return {
    messages,
    submit(message) {
      messages.push(message);
      if (state === 'open') return Promise.resolve(stored);
      if (state === 'failing') return Promise.reject(new Error('not stored'));
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    open() {
      state = 'open';
      for (const { resolve } of waiting.splice(0)) resolve(stored);
    },
    fail() {
      state = 'failing';
      for (const { reject } of waiting.splice(0)) reject(new Error('not stored'));
    },
    came: (count) => until(() => messages.length >= count),
  };
}

/** Waits for a condition; fails after 10 s. */
export async function until(isSo: () => boolean): Promise<void> {
  const patience = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > patience) throw new Error('waited 10 s for what did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const identities: Record<string, MqttIdentity> = {
  'cam-1': { kind: 'device', id: 'cam-1', storeId: 'arbat' },
  gate: { kind: 'gateway', id: 'gate', storeId: 'arbat' },
  screen: { kind: 'reader', id: 'screen', filters: ['lintel/v1/arbat/#'] },
};

export interface Opened extends EmbeddedBroker {
  readonly url: string;
  readonly refused: string[];
  /** Changed secrets: everybody's is this one from now on. */
  setSecret(secret: string): void;
}

/** The embedded broker on a free port; everybody's secret is `s3cret`. */
export async function openBroker(more: Partial<EmbeddedBrokerParts>): Promise<Opened> {
  const refused: string[] = [];
  let right = 's3cret';
  let version = 1;
  const broker = await openEmbeddedBroker({
    addresses: [{ host: '127.0.0.1', port: 0, tls: null }],
    submit: async () => stored,
    room: async () => undefined,
    identify: async (username, secret) => (secret === right ? (identities[username] ?? null) : null),
    settingsVersion: async () => version,
    onRefused: (_username, topic) => refused.push(topic),
    onTrouble: () => undefined,
    ...more,
  });
  return {
    ...broker,
    url: `mqtt://127.0.0.1:${broker.ports[0]}`,
    refused,
    setSecret(secret) {
      right = secret;
      version += 1;
    },
  };
}
