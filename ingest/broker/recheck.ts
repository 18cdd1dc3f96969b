import type { Client } from 'aedes';
import type { EmbeddedBrokerParts, Guest } from './house.ts';

/** How often changed settings are looked for: a secret that was changed ends its connections within 5 s. */
const checkEveryMs = 1500;

/** Ends connections whose secret is no longer right, whose device has moved, or that have fallen silent. Answers how to stop. */
export function recheck(parts: EmbeddedBrokerParts, guests: ReadonlyMap<Client, Guest>): () => void {
  let version: number | undefined;
  let isChecking = false;
  const check = async (): Promise<void> => {
    const present = await parts.settingsVersion();
    if (version !== undefined && version !== present)
      for (const guest of [...guests.values()]) await identifyAgain(guest, parts);
    version = present;
  };
  const timer = setInterval(() => {
    cutSilent(guests, parts);
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

async function identifyAgain(guest: Guest, { identify }: EmbeddedBrokerParts): Promise<void> {
  if (guest.identity === null) return;
  const identity = await identify(guest.username, guest.secret);
  if (identity === null || identity.kind !== guest.identity.kind) guest.lane.cut();
  else guest.identity = identity;
}

/** A client that sends nothing for half as long again as it promised is gone (MQTT 3.1.1, 3.1.2.10). */
function cutSilent(guests: ReadonlyMap<Client, Guest>, { onTrouble }: EmbeddedBrokerParts): void {
  const now = Date.now();
  for (const { lane, username, silentAfterMs } of guests.values()) {
    if (silentAfterMs === 0 || now - lane.heardAt() <= silentAfterMs) continue;
    onTrouble('a client has fallen silent', { client: username });
    lane.cut();
  }
}
