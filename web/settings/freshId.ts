import { idOf } from '../format/slug.ts';

/** An id that resembles a name and that none of the others has. */
export function freshId(name: string, fallback: string, others: readonly { readonly id: string }[]): string {
  const taken = new Set(others.map(({ id }) => id));
  const id = idOf(name, fallback);
  let fresh = id;
  for (let number = 2; taken.has(fresh); number += 1) fresh = `${id}-${number}`;
  return fresh;
}
