export interface SparkBox {
  readonly width: number;
  readonly height: number;
  /** The value at the bottom and at the top. */
  readonly least: number;
  readonly most: number;
  /** The latest value stands at the left. */
  readonly isRightToLeft: boolean;
}

/** Room for the line's own width at the edges, in pixels. */
const edge = 1.5;

/** Where the value of one of `count` places stands, in pixels from the left and the top. */
export function sparkPoint(value: number, place: number, box: SparkBox & { readonly count: number }): [number, number] {
  const along = box.count < 2 ? 0.5 : place / (box.count - 1);
  const share = box.most === box.least ? 0.5 : (value - box.least) / (box.most - box.least);
  const x = edge + (box.isRightToLeft ? 1 - along : along) * (box.width - 2 * edge);
  return [rounded(x), rounded(edge + (1 - share) * (box.height - 2 * edge))];
}

/** A line through the values for SVG's `d` or a Path2D; a gap lifts the pen, a value between two gaps is a dot's length. */
export function sparkPath(values: readonly (number | null)[], box: SparkBox): string {
  const parts: string[] = [];
  let isDown = false;
  for (const [place, value] of values.entries()) {
    if (value === null) {
      isDown = false;
      continue;
    }
    const [x, y] = sparkPoint(value, place, { ...box, count: values.length });
    const isAlone = !isDown && (values[place + 1] ?? null) === null;
    parts.push(`${isDown ? 'L' : 'M'}${x} ${y}${isAlone ? 'h.1' : ''}`);
    isDown = true;
  }
  return parts.join('');
}

/** The least and greatest known value; null where there is none. */
export function extentOf(values: readonly (number | null)[]): readonly [least: number, most: number] | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? null : [least, most];
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
