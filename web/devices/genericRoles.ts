/** Options of the generic make that are a place in the message, in the order in which they are pointed at. */
export const pointedRoles: readonly string[] = [
  'items',
  'in',
  'out',
  'passersBy',
  'direction',
  'count',
  'line',
  'address',
  'start',
  'end',
  'length',
  'time',
  'id',
];

/** A topic that a pattern such as `shop/{line}/{direction}` fits: what a message is tried out with. */
export function exampleTopic(pattern: string): string {
  const [first = ''] = pattern.split('\n');
  return first
    .trim()
    .replaceAll('{direction}', 'in')
    .replace(/\{(\w+)\}/g, '$1')
    .replaceAll('+', 'any')
    .replace(/\/?#$/, '');
}

/** `doors[3].in` of reports at `doors[*]` is `in`; what stands outside of them begins with `$`. */
export function rolePath(role: string, path: string, items: string): string {
  if (role === 'items') return path.replace(/\[\d+\]$/, '[*]').replace(/^(.*[^\]])$/, '$1[*]');
  const prefix = items.replace(/\[\*\]$/, '');
  if (items === '' || prefix === items) return path;
  if (!path.startsWith(`${prefix}[`)) return path === '.' ? '$' : `$.${path}`;
  const rest = path.slice(prefix.length).replace(/^\[(?:\d+|"[^"]*")\]\.?/, '');
  return rest === '' ? '.' : rest;
}
