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

/** The fields that are there, each as it goes out. */
export function definedOnly<Value>(
  fields: Readonly<Record<string, Value | null | undefined>>,
  as: (value: Value) => unknown = (value) => value,
): Record<string, unknown> {
  const present = Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, as(value)] as const],
  );
  return Object.fromEntries(present);
}

/** An instant as a native message carries it. */
export function wireTime(at: number): string {
  return new Date(at).toISOString();
}
