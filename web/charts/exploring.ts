/** A chart that is walked through place by place, by keyboard or pointer. */
export interface Exploring {
  /** How many places its time axis has. */
  readonly count: number;
  /** What is at a place, in a sentence: what the keyboard's cursor says. */
  readonly text: (place: number) => string;
  /** A place is opened: a click, or Enter. */
  readonly onpick?: ((place: number) => void) | undefined;
  /** A stretch is chosen, both ends included: dragged over, or held shift with the arrows and Enter. */
  readonly onrange?: ((from: number, to: number) => void) | undefined;
}

/** Where the cursor stands, and where a stretch that is being chosen began; equal: no stretch. */
export interface Cursor {
  readonly at: number;
  readonly anchor: number;
}

export interface CursorKey {
  readonly key: string;
  readonly isShift: boolean;
  /** Later places lie to the left. */
  readonly isRightToLeft: boolean;
}

/** Where a key leads the cursor among `count` places; null: the key is none of the cursor's. */
export function moved(
  { at, anchor }: Cursor,
  count: number,
  { key, isShift, isRightToLeft }: CursorKey,
): Cursor | null {
  const ahead = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const behind = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const targets: Readonly<Record<string, number>> = {
    [ahead]: at + 1,
    [behind]: at - 1,
    PageUp: at + 7,
    PageDown: at - 7,
    Home: 0,
    End: count - 1,
  };
  if (key === 'Escape') return anchor === at ? null : { at, anchor: at };
  const target = targets[key];
  if (target === undefined || count === 0) return null;
  const place = Math.max(0, Math.min(count - 1, target));
  return { at: place, anchor: isShift ? anchor : place };
}

/** A finger shakes this far, px, before it is drawn over the chart. */
const shake = 10;

/** Whether a pointer is drawn over the chart, `across` px from where it went down: a mouse at once, a finger once it leaves its place. */
export function isDrawn(pointer: string, across: number): boolean {
  return pointer === 'touch' ? Math.abs(across) > shake : true;
}

/** The stretch from end to end, whichever way it was drawn. */
export function stretchOf({ at, anchor }: Cursor): readonly [from: number, to: number] {
  return [Math.min(at, anchor), Math.max(at, anchor)];
}
