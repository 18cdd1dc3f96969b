export type Access = 'none' | 'read' | 'quarantine' | 'correct' | 'ingest' | 'owner';

export interface Tried {
  readonly access: Access;
  /** `store`: the one in the path or query. */
  path(store: string): string;
  /** What is sent; a function where it names the store or what belongs to it. */
  readonly body?: unknown;
  /** Does the answer depend on whose store it is? */
  readonly isOfStore?: boolean;
  /** What somebody gets who may; 200 where it is not said. */
  readonly ok?: number;
}
