/** What a date-and-time field holds, `2026-03-02T10:15`, as the wall clock of a store's zone. */

/** The wall clock of an instant in a zone, to the minute. */
export function wallClock(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .replace(' ', 'T');
}

/**
 * Epoch ms of a wall clock in a zone; NaN where it is none. Of a time that occurs twice one of the two, of one that does not exist an
 * instant beside the gap: the field shows minutes, and nobody takes out counts to the minute in that hour of the year.
 */
export function instantOf(zone: string, local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return Number.NaN;
  const offsetAt = (at: number): number => Date.parse(`${wallClock(zone, at)}Z`) - Math.floor(at / 60_000) * 60_000;
  const near = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(near);
}
