/** One value of a message that can be pointed at. */
export interface Leaf {
  /** As the generic make's options write it: `a.b[0].c`. */
  readonly path: string;
  readonly depth: number;
  readonly name: string;
  /** Text of a plain value; null: it holds further values. */
  readonly value: string | null;
}

const mostLeaves = 400;
/** What stands in a path without quotes. */
const plainName = /^[^.[\]"'\s$#][^.[\]"'\s]*$/;

/** Every value of a parsed message in its order, with the path to it; at most 400. */
export function leavesOf(value: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  add(leaves, { value, path: '', name: '', depth: 0 });
  return leaves;
}

interface Node {
  readonly value: unknown;
  readonly path: string;
  readonly name: string;
  readonly depth: number;
}

function add(leaves: Leaf[], { value, path, name, depth }: Node): void {
  if (leaves.length >= mostLeaves) return;
  const isPlain = typeof value !== 'object' || value === null;
  if (path !== '' || isPlain) {
    leaves.push({ path: path === '' ? '.' : path, depth, name, value: isPlain ? JSON.stringify(value) : null });
  }
  if (isPlain) return;
  const inner = path === '' ? depth : depth + 1;
  // An object that is not an array has named fields.
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value as Record<string, unknown>);
  for (const [key, one] of entries) {
    add(leaves, { value: one, path: within(path, key), name: String(key), depth: inner });
  }
}

function within(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!plainName.test(key)) return key.includes('"') ? `${path}['${key}']` : `${path}["${key}"]`;
  return path === '' ? key : `${path}.${key}`;
}
