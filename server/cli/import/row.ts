/** A line read: an item of a native message, or the reason why it is none. Instants are epoch ms. */
export type ReadRow =
  | {
      readonly kind: 'item';
      readonly item: Readonly<Record<string, unknown>>;
      readonly startAt: number;
      readonly endAt: number;
      readonly isRounded: boolean;
    }
  /** Left out on purpose, by `--type X=skip` or `--zero skip`. */
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'rejected'; readonly reason: string };

export type RowReader = (columns: readonly string[]) => ReadRow;

export function rejected(reason: string): ReadRow {
  return { kind: 'rejected', reason };
}

/** An instant as a native message carries it. */
export function wireTime(at: number): string {
  return new Date(at).toISOString();
}
