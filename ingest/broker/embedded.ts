import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { Aedes, type AedesOptions, type Client } from 'aedes';
import type { Told } from './external.ts';
import { addGuest } from './guests.ts';
import type { EmbeddedBrokerParts, Guest, House } from './house.ts';
import { countUnderWay } from './intake.ts';
import { listen, portOf, stopListening } from './listen.ts';
import { maySubscribe } from './permissions.ts';
import { storeByLibrary } from './publishing.ts';
import { recheck } from './recheck.ts';
import { makeRetaining } from './retaining.ts';

export interface EmbeddedBroker {
  /** The ports it listens on, in the order of `addresses`. */
  readonly ports: readonly number[];
  connections(): number;
  /** Tells readers something, and keeps it for those that come later; '' is forgotten. */
  tell(told: Told): Promise<void>;
  /** Takes nothing more, acknowledges what is under way, then closes every connection without last wills. */
  close(): Promise<void>;
}

/**
 * The broker of the house (aedes, MQTT 3.1.1): no anonymous client, devices publish under their own topic only, and PUBACK is sent
 * after the commit. Publishes of QoS 0 and 1 never reach aedes (lane.ts); what does, QoS 2 and last wills, is stored by
 * `authorizePublish`, because nothing later holds the acknowledgement (decision 4).
 */
export async function openEmbeddedBroker(parts: EmbeddedBrokerParts): Promise<EmbeddedBroker> {
  const guests = new Map<Client, Guest>();
  const house: Omit<House, 'broker'> = {
    parts,
    guests,
    readers: new Set(),
    underWay: countUnderWay(),
    state: { isClosing: false },
    mayRetain: makeRetaining(),
  };
  const broker = await Aedes.createBroker({
    preConnect: (client, packet, done) => {
      // Every session is a new one: what a device sends again is counted once anyway, and readers' queues stay out of memory.
      packet.clean = true;
      // aedes sees too little of what comes to know whether a client lives; the lane knows (recheck.ts).
      const guest = guests.get(client);
      if (guest !== undefined) guest.silentAfterMs = (packet.keepalive ?? 0) * 1500;
      packet.keepalive = 0;
      done(null, true);
    },
    authenticate: authenticator(house),
    authorizePublish: storeByLibrary(house),
    authorizeSubscribe: (client, subscription, done) => {
      const identity = client === null ? null : (guests.get(client)?.identity ?? null);
      // null is answered with 128, "failure", and keeps the connection.
      done(null, identity !== null && maySubscribe(identity, subscription.topic) ? subscription : null);
    },
  });
  broker.on('clientReady', (client) => guests.get(client)?.lane.open());
  broker.on('clientError', (client, error) => parts.onTrouble('a client failed', { client: client.id, err: error }));
  broker.on('connectionError', (_client, error) => parts.onTrouble('a connection failed', { err: error }));
  const servers = await openAll(parts, broker, (socket) => addGuest({ ...house, broker }, socket));
  const stopChecking = recheck(parts, guests);
  return {
    ports: servers.map(portOf),
    connections: () => [...guests.values()].filter(({ identity }) => identity !== null).length,
    tell: ({ topic, payload }) =>
      new Promise((resolve, reject) => {
        const packet = {
          cmd: 'publish',
          topic,
          payload: Buffer.from(payload),
          qos: 0,
          retain: true,
          dup: false,
        } as const;
        broker.publish(packet, (error) => (error ? reject(error) : resolve()));
      }),
    async close() {
      stopChecking();
      servers.forEach(stopListening);
      house.state.isClosing = true;
      await house.underWay.over();
      // The acknowledgements are written in the turns of the event loop that follow.
      for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await new Promise<void>((resolve) => broker.close(() => resolve()));
    },
  };
}

async function openAll(
  { addresses }: EmbeddedBrokerParts,
  broker: Aedes,
  onSocket: (socket: Duplex) => void,
): Promise<Server[]> {
  const servers: Server[] = [];
  try {
    for (const address of addresses) servers.push(await listen(address, onSocket));
  } catch (error) {
    servers.forEach(stopListening);
    await new Promise<void>((resolve) => broker.close(() => resolve()));
    throw error;
  }
  return servers;
}

function authenticator({ parts, guests, readers }: Omit<House, 'broker'>): NonNullable<AedesOptions['authenticate']> {
  const { identify, onTrouble } = parts;
  return (...[client, username, password, done]) => {
    const guest = guests.get(client);
    if (guest === undefined || username === undefined || password === undefined) return done(null, false);
    const secret = password.toString('utf8');
    identify(username, secret).then(
      (identity) => {
        if (identity === null) onTrouble('a wrong user name or secret', { username });
        else {
          Object.assign(guest, { username, secret, identity });
          if (identity.kind === 'reader') readers.add(guest);
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
