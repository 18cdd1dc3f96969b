/** `14 Mar, 14:05`: an instant that carries its offset, by the clock it was written on. */
export function clockText(instant: string, locale: string): string {
  const day = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day);
  return `${date}, ${instant.slice(11, 16)}`;
}
