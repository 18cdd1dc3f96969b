export interface Scrolled {
  readonly count: number;
  readonly rowHeight: number;
  readonly top: number;
  readonly height: number;
}

export interface RowWindow {
  /** The first row drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Room of the rows before and after, in pixels. */
  readonly before: number;
  readonly after: number;
}

/** Rows drawn beyond the edges, so that scrolling meets no empty ones; the window moves by as many, so that few scrolls draw anew. */
const beyond = 8;
/** So few are drawn as they are: a browser finds words in them, and nothing moves. */
const drawnWhole = 60;

/** Which of many rows of one height are to be drawn. */
export function rowWindow({ count, rowHeight, top, height }: Scrolled): RowWindow {
  if (count <= drawnWhole || rowHeight <= 0) return { first: 0, end: count, before: 0, after: 0 };
  const seen = Math.floor(Math.max(0, top) / rowHeight);
  const first = Math.max(0, Math.min(Math.floor(seen / beyond) * beyond - beyond, count - 1));
  const end = Math.min(count, first + Math.ceil(height / rowHeight) + 3 * beyond);
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight };
}
