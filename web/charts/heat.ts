/** A cell of a heat map. `text` is its figure as written. */
export interface HeatCell {
  readonly value: number | null;
  readonly text: string;
  /** What it is in a sentence, where the figure does not say all. */
  readonly detail?: string | undefined;
  readonly isEstimate?: boolean | undefined;
  /** Nothing was to be measured, as when a store is closed: left empty, not hatched as a gap. */
  readonly isClosed?: boolean | undefined;
}

/** How full each cell is, 0…1, from nothing to the greatest; null where nothing is known. */
export function sharesOf(cells: readonly (readonly HeatCell[])[]): readonly (readonly (number | null)[])[] {
  const most = Math.max(0, ...cells.flat().map(({ value }) => value ?? 0));
  return cells.map((row) =>
    row.map(({ value }) => (value === null ? null : most === 0 ? 0 : Math.max(0, value / most))),
  );
}

export interface HeatPlace {
  readonly row: number;
  readonly column: number;
}

export interface HeatSize {
  readonly rows: number;
  readonly columns: number;
  readonly isRightToLeft: boolean;
}

/** Where an arrow key leads within the map; null: the key is none of its. */
export function steppedTo({ row, column }: HeatPlace, key: string, size: HeatSize): HeatPlace | null {
  const ahead = size.isRightToLeft ? -1 : 1;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowRight: [0, ahead],
    ArrowLeft: [0, -ahead],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    Home: [0, -column],
    End: [0, size.columns - 1 - column],
  };
  const step = steps[key];
  if (step === undefined) return null;
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  return { row: within(row + step[0], size.rows), column: within(column + step[1], size.columns) };
}
