import type { MqttIdentity } from '../../../db/reads/credentials.ts';
import { type EmbeddedBroker, openEmbeddedBroker } from '../../../ingest/broker/embedded.ts';
import type { EmbeddedBrokerParts } from '../../../ingest/broker/house.ts';
import type { Intake } from '../../../ingest/broker/intake.ts';
import { acceptedOnce, type RawMessage } from '../../../ingest/pipeline/message.ts';
import type { Sender } from '../../../ingest/waitingLine.ts';

/** A place to store that the test opens and shuts, to see what waits for it. */
export interface Gate {
  readonly messages: (RawMessage & { readonly payload: Buffer })[];
  readonly intake: Intake;
  /** Lets everything through, now and later. */
  open(): void;
  /** Refuses what waits and what comes. */
  fail(): void;
  /** Settles when so many messages have come. */
  came(count: number): Promise<void>;
}

export function makeGate(): Gate {
  const messages: Gate['messages'] = [];
  const waiting: { readonly sender: Sender; readonly tag: number }[] = [];
  let state: 'shut' | 'open' | 'failing' = 'shut';
  const answer = (sender: Sender, tag: number): void => {
    if (state === 'open') sender.stored(tag, acceptedOnce);
    if (state === 'failing') sender.refused(tag, new Error('not stored'));
    if (state === 'shut') waiting.push({ sender, tag });
  };
  const answerAll = (): void => {
    for (const { sender, tag } of waiting.splice(0)) answer(sender, tag);
  };
  return {
    messages,
    intake: {
      add({ bytes, from, to, ...message }, sender, tag) {
        // Copied, as whoever stores it has to.
        messages.push({ ...message, payload: Buffer.from(bytes.subarray(from, to)) });
        answer(sender, tag);
      },
      isFull: () => false,
      room: async () => undefined,
    },
    open() {
      state = 'open';
      answerAll();
    },
    fail() {
      state = 'failing';
      answerAll();
    },
    came: (count) => until(() => messages.length >= count),
  };
}

function openGate(): Gate {
  const gate = makeGate();
  gate.open();
  return gate;
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
  'cam-1': { kind: 'device', id: 'cam-1', storeId: 'arbat', topics: [], address: null },
  'door-a': { kind: 'device', id: 'door-a', storeId: 'arbat', topics: ['shop/{address}/up'], address: '6537A1' },
  gate: { kind: 'gateway', id: 'gate', storeId: 'arbat', filters: [] },
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
    intake: openGate().intake,
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
