import type { Server } from 'node:net';
import { Aedes, type AedesOptions, type Client } from 'aedes';
import type { MqttIdentity } from '../../db/reads/credentials.ts';
import type { MessageFate, RawMessage } from '../pipeline/message.ts';
import { type ListenAddress, listen, portOf, stopListening } from './listen.ts';
import { limitPackets } from './packetLimit.ts';
import { mayPublish, maySubscribe } from './permissions.ts';

export interface EmbeddedBrokerParts {
  readonly addresses: readonly ListenAddress[];
  /** Stores a message; settles after the commit. Rejects when it was not stored. */
  submit(message: RawMessage): Promise<MessageFate>;
  /** Settles when there is room for more. */
  room(): Promise<void>;
  /** Who has this user name and secret; null: nobody. */
  identify(username: string, secret: string): Promise<MqttIdentity | null>;
  /** Grows when a secret, a device or a client may have changed. */
  settingsVersion(): Promise<number>;
  /** A publish outside what its client may, which closed the connection. */
  onRefused(username: string, topic: string): void;
  /** What is not the sender's to know: lost connections, wrong secrets. */
  onTrouble(what: string, about: Readonly<Record<string, unknown>>): void;
}

export interface EmbeddedBroker {
  /** The ports it listens on, in the order of `addresses`. */
  readonly ports: readonly number[];
  connections(): number;
  /** Takes nothing more, acknowledges what is under way, then closes every connection without last wills. */
  close(): Promise<void>;
}

interface Connected {
  readonly username: string;
  readonly secret: string;
  identity: MqttIdentity;
}

/** How often changed settings are looked for: a secret that was changed ends its connections within 5 s. */
const checkEveryMs = 1500;

/**
 * The broker of the house (aedes, MQTT 3.1.1): no anonymous client, devices publish under their own topic only, and PUBACK is sent
 * after the commit, because it is `authorizePublish` that stores (decision 4: nothing later holds it).
 */
export async function openEmbeddedBroker(parts: EmbeddedBrokerParts): Promise<EmbeddedBroker> {
  const connected = new WeakMap<Client, Connected>();
  const open = new Set<Client>();
  const underWay = new Set<Promise<unknown>>();
  const state = { isClosing: false };
  const broker = await Aedes.createBroker({
    ...sessions(),
    authenticate: authenticator(parts, connected),
    authorizePublish: publisher(parts, { connected, underWay, state }),
    authorizeSubscribe: (client, subscription, done) => {
      const known = connected.get(client);
      // null is answered with 128, "failure", and keeps the connection.
      done(null, known !== undefined && maySubscribe(known.identity, subscription.topic) ? subscription : null);
    },
  });
  broker.on('client', (client) => open.add(client));
  broker.on('clientDisconnect', (client) => open.delete(client));
  broker.on('clientError', (client, error) => parts.onTrouble('a client failed', { client: client.id, err: error }));
  broker.on('connectionError', (_client, error) => parts.onTrouble('a connection failed', { err: error }));
  const servers = await openAll(parts, broker);
  const stopChecking = recheck(parts, open, connected);
  return {
    ports: servers.map(portOf),
    connections: () => open.size,
    async close() {
      stopChecking();
      servers.forEach(stopListening);
      state.isClosing = true;
      await Promise.allSettled(underWay);
      // The acknowledgements are written in the turns of the event loop that follow.
      for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await new Promise<void>((resolve) => broker.close(() => resolve()));
    },
  };
}

/** Every session is a new one: what a device sends again is counted once anyway, and readers' queues stay out of memory. */
function sessions(): AedesOptions {
  return {
    preConnect: (_client, packet, done) => {
      packet.clean = true;
      done(null, true);
    },
  };
}

async function openAll({ addresses, onTrouble }: EmbeddedBrokerParts, broker: Aedes): Promise<Server[]> {
  const servers: Server[] = [];
  try {
    for (const address of addresses) {
      const server = await listen(address, (socket) => {
        const client = broker.handle(socket);
        limitPackets(client, (length) => onTrouble('a packet is too large to be read', { client: client.id, length }));
      });
      servers.push(server);
    }
  } catch (error) {
    servers.forEach(stopListening);
    await new Promise<void>((resolve) => broker.close(() => resolve()));
    throw error;
  }
  return servers;
}

function authenticator(
  { identify, onTrouble }: EmbeddedBrokerParts,
  connected: WeakMap<Client, Connected>,
): NonNullable<AedesOptions['authenticate']> {
  return (...[client, username, password, done]) => {
    if (username === undefined || password === undefined) return done(null, false);
    const secret = password.toString('utf8');
    identify(username, secret).then(
      (identity) => {
        if (identity === null) onTrouble('a wrong user name or secret', { username });
        else {
          connected.set(client, { username, secret, identity });
          // Whoever takes over a session must know its secret: client ids of different users never meet.
          Object.assign(client, { id: `${username}/${client.id}` });
        }
        done(null, identity !== null);
      },
      (error: unknown) => {
        onTrouble('a secret could not be checked', { username, err: error });
        done(Object.assign(new Error('server unavailable'), { returnCode: 3 }), null);
      },
    );
  };
}

interface Publishing {
  readonly connected: WeakMap<Client, Connected>;
  readonly underWay: Set<Promise<unknown>>;
  readonly state: { readonly isClosing: boolean };
}

function publisher(
  { submit, room, onRefused }: EmbeddedBrokerParts,
  { connected, underWay, state }: Publishing,
): NonNullable<AedesOptions['authorizePublish']> {
  return (client, packet, done) => {
    // Also the last wills of those whom the stopping server disconnects: they did not go offline.
    if (state.isClosing) return done(new Error('the broker is closing'));
    const known = client === null ? undefined : connected.get(client);
    if (known === undefined || !mayPublish(known.identity, packet.topic)) {
      onRefused(known?.username ?? '', packet.topic);
      return done(new Error('not allowed to publish there'));
    }
    const { topic } = packet;
    const payload = Buffer.from(packet.payload);
    // For readers that come later; of other kinds nobody wants the last message, and memory is not theirs to fill.
    if (!topic.endsWith('/status')) packet.retain = false;
    const receivedAt = Date.now();
    // Waiting here keeps the client's next packets unread.
    const stored = room().then(() => submit({ topic, payload, isRetained: false, receivedAt }));
    const settled = stored.then(
      () => done(null),
      (error: unknown) => done(error instanceof Error ? error : new Error('not stored')),
    );
    underWay.add(settled);
    void settled.finally(() => underWay.delete(settled));
  };
}

/** Ends connections whose secret is no longer right, or whose device has moved. Answers how to stop. */
function recheck(
  parts: EmbeddedBrokerParts,
  open: ReadonlySet<Client>,
  connected: WeakMap<Client, Connected>,
): () => void {
  let version: number | undefined;
  let isChecking = false;
  const check = async (): Promise<void> => {
    const present = await parts.settingsVersion();
    if (version !== undefined && version !== present) {
      for (const client of [...open]) {
        const known = connected.get(client);
        if (known === undefined) continue;
        const identity = await parts.identify(known.username, known.secret);
        if (identity === null || identity.kind !== known.identity.kind) client.close();
        else known.identity = identity;
      }
    }
    version = present;
  };
  const timer = setInterval(() => {
    if (isChecking) return;
    isChecking = true;
    check()
      .catch((error: unknown) => parts.onTrouble('secrets could not be checked again', { err: error }))
      .finally(() => {
        isChecking = false;
      });
  }, checkEveryMs);
  return () => clearInterval(timer);
}
