/** A content of one key, as far as the order law looks at it. */
export interface Content {
  /** The canonical text of what was understood, without `updatedAt`. */
  readonly text: string;
  readonly updatedAt: number | null;
  readonly receivedAt: number;
}

/**
 * What an arriving content does to the standing one of its key: `first` of its key, the `same` content again, `stands` in its place,
 * or is `older` and never counts.
 */
export type Verdict = 'first' | 'same' | 'stands' | 'older';

export interface Weighed {
  readonly standing: Content | null;
  readonly arriving: Content;
  /** The arriving content, without `updatedAt`, was once replaced for this key. */
  readonly wasReplaced: boolean;
}

/** The order law of contract 3: the same set of contents leaves the same one standing, in whatever order it arrives. */
export function weigh({ standing, arriving, wasReplaced }: Weighed): Verdict {
  if (standing === null) return 'first';
  if (standing.text === arriving.text) return 'same';
  if (arriving.updatedAt !== null && standing.updatedAt !== null) {
    if (arriving.updatedAt !== standing.updatedAt) return arriving.updatedAt > standing.updatedAt ? 'stands' : 'older';
    // Two contents of one instant: nothing says which is right, so the same one wins on every way.
    return arriving.text > standing.text ? 'stands' : 'older';
  }
  if (arriving.updatedAt !== null) return 'stands';
  if (standing.updatedAt !== null || wasReplaced) return 'older';
  // What is retried from quarantine was received before what stands.
  return arriving.receivedAt < standing.receivedAt ? 'older' : 'stands';
}

/** The later of two `updatedAt` of one content; null is earlier than any. */
export function laterOf(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.max(a, b);
}
