import type { AedesOptions } from 'aedes';
import type { Sender } from '../waitingLine.ts';
import type { Guest, House } from './house.ts';
import { mayPublish } from './permissions.ts';
import type { Publish } from './publishFrame.ts';

/** Stores what a guest publishes, past the library; acknowledges after the commit. */
export function publisherOf(house: House, guest: Guest): (publish: Publish) => void {
  const { parts, underWay, state } = house;
  const acknowledging = senderOf(house, guest, (id) => guest.lane.acknowledge(id));
  const silent = senderOf(house, guest, () => undefined);
  let allowed: { readonly topic: string; readonly by: Guest['identity'] } = { topic: '', by: null };

  return (publish) => {
    // What is not taken is not acknowledged: it comes again.
    if (state.isClosing) return;
    const { topic, bytes, from, to, qos, id } = publish;
    if (topic !== allowed.topic || guest.identity !== allowed.by) {
      if (guest.identity === null || !mayPublish(guest.identity, topic)) {
        parts.onRefused(guest.username, topic);
        guest.lane.cut();
        return;
      }
      allowed = { topic, by: guest.identity };
    }
    // Statuses are kept for readers that come later; all else is for those that are there.
    const isForOthers = house.readers.size > 0 || topic.endsWith('/status');
    const sender = isForOthers ? forwarding(house, guest, publish) : qos === 1 ? acknowledging : silent;
    underWay.began();
    parts.intake.add({ topic, bytes, from, to, isRetained: false, receivedAt: guest.lane.heardAt() }, sender, id);
  };
}

function senderOf({ underWay }: House, { lane }: Guest, onStored: (id: number) => void): Sender {
  return {
    patience: 'hold',
    stored: (id) => {
      onStored(id);
      underWay.ended();
    },
    refused: (id) => {
      // The device sends again what was not acknowledged once it has connected again.
      if (id > 0) lane.cut();
      underWay.ended();
    },
  };
}

/** Hands a message to the library once it is stored, for readers. */
function forwarding(house: House, guest: Guest, { topic, bytes, from, to, qos, isRetained }: Publish): Sender {
  const payload = Buffer.from(bytes.subarray(from, to));
  // Of other kinds than status nobody wants the last message, and memory is not theirs to fill.
  const retain = isRetained && house.mayRetain(topic, payload.length);
  return senderOf(house, guest, (id) => {
    house.broker.publish({ cmd: 'publish', topic, payload, qos, retain, dup: false }, () => undefined);
    if (qos === 1) guest.lane.acknowledge(id);
  });
}

/** Stores what comes by the library: QoS 2, and last wills. */
export function storeByLibrary(house: Omit<House, 'broker'>): NonNullable<AedesOptions['authorizePublish']> {
  const { parts, guests, underWay, state, mayRetain } = house;
  return (client, packet, done) => {
    // Also the last wills of those whom the stopping server disconnects: they did not go offline.
    if (state.isClosing) return done(new Error('the broker is closing'));
    const guest = client === null ? undefined : guests.get(client);
    const { topic } = packet;
    if (guest?.identity == null || !mayPublish(guest.identity, topic)) {
      parts.onRefused(guest?.username ?? '', topic);
      return done(new Error('not allowed to publish there'));
    }
    const payload = Buffer.from(packet.payload);
    packet.retain &&= mayRetain(topic, payload.length);
    const sender: Sender = {
      patience: 'hold',
      stored: () => {
        done(null);
        underWay.ended();
      },
      refused: (_tag, error) => {
        done(error);
        underWay.ended();
      },
    };
    underWay.began();
    const receivedAt = Date.now();
    parts.intake.add({ topic, bytes: payload, from: 0, to: payload.length, isRetained: false, receivedAt }, sender, 0);
  };
}
