/** Walks that are under way, kept on the phone so that a reload loses none. */
export interface KeptWalk {
  readonly id: string;
  /** Epoch ms by the phone's clock. */
  readonly startedAt: number;
  readonly taps: readonly ('in' | 'out')[];
}

const nameOf = (device: string): string => `lintel.walk.${device}`;

/** null: none is under way, or this browser keeps nothing. */
export function readWalk(device: string): KeptWalk | null {
  try {
    const text = localStorage.getItem(nameOf(device));
    // Only keepWalk writes under this name.
    return text === null ? null : (JSON.parse(text) as KeptWalk);
  } catch {
    return null;
  }
}

/** null forgets it. A browser that keeps nothing goes on without. */
export function keepWalk(device: string, walk: KeptWalk | null): void {
  try {
    if (walk === null) localStorage.removeItem(nameOf(device));
    else localStorage.setItem(nameOf(device), JSON.stringify(walk));
  } catch {
    // A private window: the walks are lost with a reload, and that is all.
  }
}
