import { isFields } from '../jsonFields.ts';

/**
 * Where something stands in a message: `a.b[0].c`, `[*]` for every item of an array (or field of an object), `.` for the message itself,
 * `["input:0.x"]` for a name with dots. With `items` set, a path is of the item; one that begins with `$` is of the whole message.
 */
export interface Path {
  readonly text: string;
  readonly isOfWhole: boolean;
  readonly steps: readonly Step[];
}

type Step = string | number | typeof every;

/** `[*]` */
const every = Symbol('every');
const step = /^(?:\.?([^.[\]"]+)|\.?"([^"]*)"|\[(\d{1,6})\]|\[\*\]|\[(?:"([^"]*)"|'([^']*)')\])/;
const mostSteps = 20;

/** Reads a path; null where it is none. */
export function parsePath(text: string): Path | null {
  const trimmed = text.trim();
  const isOfWhole = trimmed === '$' || trimmed.startsWith('$.') || trimmed.startsWith('$[');
  let rest = isOfWhole ? trimmed.slice(1) : trimmed;
  if (rest === '.' || (rest === '' && isOfWhole)) return { text: trimmed, isOfWhole, steps: [] };
  const steps: Step[] = [];
  while (rest !== '') {
    const match = step.exec(rest);
    if (match === null || steps.length === mostSteps) return null;
    const [whole, name, quoted, place, bracketed, apostrophed] = match;
    steps.push(name ?? quoted ?? bracketed ?? apostrophed ?? (place === undefined ? every : Number(place)));
    rest = rest.slice(whole.length);
  }
  return steps.length === 0 ? null : { text: trimmed, isOfWhole, steps };
}

/** Something found, and the name or number of the place that the last `[*]` stood for. */
export interface Place {
  readonly value: unknown;
  readonly name: string;
}

/** The first thing at a path; undefined where there is nothing. */
export function valueAt(path: Path, item: unknown, whole: unknown): unknown {
  let value = path.isOfWhole ? whole : item;
  for (const one of path.steps) {
    if (one === every) return placesAt(path, item, whole)[0]?.value;
    value = within(value, one);
    if (value === undefined) return undefined;
  }
  return value;
}

/** All things at a path with `[*]`, in the message's order. */
export function placesAt(path: Path, item: unknown, whole: unknown): readonly Place[] {
  let places: Place[] = [{ value: path.isOfWhole ? whole : item, name: '' }];
  for (const one of path.steps) {
    const next: Place[] = [];
    for (const { value, name } of places) {
      if (one === every) addEvery(value, next);
      else {
        const found = within(value, one);
        if (found !== undefined) next.push({ value: found, name });
      }
    }
    places = next;
  }
  return places;
}

export function hasEvery(path: Path): boolean {
  return path.steps.includes(every);
}

function within(value: unknown, one: string | number): unknown {
  if (typeof one === 'number') return Array.isArray(value) ? value[one] : undefined;
  return isFields(value) && Object.hasOwn(value, one) ? value[one] : undefined;
}

function addEvery(value: unknown, places: Place[]): void {
  if (Array.isArray(value)) for (let i = 0; i < value.length; i += 1) places.push({ value: value[i], name: String(i) });
  else if (isFields(value)) for (const name of Object.keys(value)) places.push({ value: value[name], name });
}
