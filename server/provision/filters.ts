/** What is wrong with an MQTT filter of a vendor's device, where `{address}` may stand for a level; undefined: nothing. */
export function filterFault(filter: string): string | undefined {
  if (filter.startsWith('$')) return 'must not begin with $, which is kept for brokers and for Lintel itself';
  const levels = filter.split('/');
  if (levels.slice(0, -1).includes('#')) return 'has # where it is not the last level';
  const odd = levels.find((level) => level.length > 1 && /[+#]/.test(level));
  if (odd !== undefined) return `has "${odd}": + and # must be a whole level`;
  const braces = levels.find((level) => /[{}]/.test(level) && !/^\{[a-zA-Z]+\}$/.test(level));
  if (braces !== undefined) return `has "${braces}": a name in braces, such as {address}, must be a whole level`;
  return undefined;
}

/** The same of a topic on the broker of this house, part of which is Lintel's own. */
export function ownTopicFault(filter: string): string | undefined {
  if (filter === 'lintel' || filter.startsWith('lintel/'))
    return 'must not begin with lintel/, which is for Lintel’s own language';
  if (/^[+#{]/.test(filter)) return 'must name its first level: it would claim every topic there is';
  return filterFault(filter);
}

const isWild = (level: string): boolean => level === '+' || level.startsWith('{');

/** Whether some topic is matched by both filters. */
export function filtersMeet(one: readonly string[], other: readonly string[]): boolean {
  for (let place = 0; place < Math.max(one.length, other.length); place += 1) {
    const [a, b] = [one[place], other[place]];
    if (a === '#' || b === '#') return true;
    if (a === undefined || b === undefined) return false;
    if (a !== b && !isWild(a) && !isWild(b)) return false;
  }
  return true;
}
