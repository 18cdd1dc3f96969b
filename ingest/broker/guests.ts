import type { Duplex } from 'node:stream';
import type { Guest, House } from './house.ts';
import { openLane } from './lane.ts';
import { publisherOf } from './publishing.ts';

/** The largest packet that is read at all: enough that a body of some megabytes still ends in quarantine as too large. */
const mostBytes = 8 * 1024 * 1024;
/** What a client may send before it has said who it is. */
const mostBytesUnknown = 64 * 1024;

/** Lets a connection in. */
export function addGuest(house: House, socket: Duplex): void {
  const { parts, broker, guests, readers } = house;
  const lane = openLane(socket, {
    // Called when something has come, so that the guest is there.
    onPublish: (publish) => onPublish(publish),
    mayRead(length) {
      const isReadable = length <= (guest.identity === null ? mostBytesUnknown : mostBytes);
      if (!isReadable) parts.onTrouble('a packet is too large to be read', { client: guest.username, length });
      return isReadable;
    },
    isFull: () => parts.intake.isFull(),
    room: () => parts.intake.room(),
  });
  // Nothing is taken from a connection before it is known whose it is.
  lane.holdAfterFirst();
  const guest: Guest = { lane, username: '', secret: '', identity: null, silentAfterMs: 0 };
  const onPublish = publisherOf(house, guest);
  const client = broker.handle(lane.stream);
  guests.set(client, guest);
  lane.stream.once('close', () => {
    guests.delete(client);
    readers.delete(guest);
  });
}
