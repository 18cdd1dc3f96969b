/** Which content stands under a key (contract 3, the order law), by going through the whole list each time. */

interface Content {
  readonly item: { readonly updatedAt?: string };
}

/** What a content says besides when it was updated; instants as instants, whatever their offset. */
const said = ({ item }: Content): string => {
  const { updatedAt: _, ...rest } = item as Record<string, unknown>;
  const parsed = Object.entries(rest).map(([name, value]) => [
    name,
    instants.has(name) ? Date.parse(`${value}`) : value,
  ]);
  return JSON.stringify(parsed.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)));
};
const instants: ReadonlySet<string> = new Set(['at', 'start', 'end']);

/** Of all contents received for one key, in order of receipt: the latest `updatedAt`; where none has one, the last that was new. */
function stands<C extends Content>(received: readonly C[]): C {
  const dated = received.filter(({ item }) => item.updatedAt !== undefined);
  if (dated.length > 0) {
    return dated.reduce((a, b) => (Date.parse(b.item.updatedAt ?? '') > Date.parse(a.item.updatedAt ?? '') ? b : a));
  }
  const fresh = received.filter((one, i) => received.findIndex((other) => said(other) === said(one)) === i);
  return fresh.at(-1) as C;
}

export function standing<C extends Content>(received: readonly C[], keyOf: (one: C) => string): C[] {
  const byKey = new Map<string, C[]>();
  for (const one of received) {
    const known = byKey.get(keyOf(one));
    if (known === undefined) byKey.set(keyOf(one), [one]);
    else known.push(one);
  }
  return [...byKey.values()].map(stands);
}
