/** Whether every topic that `filter` matches is matched by `allowed` as well (MQTT filters with `+` and `#`). */
export function covers(allowed: string, filter: string): boolean {
  const wide = allowed.split('/');
  const narrow = filter.split('/');
  for (const [place, level] of wide.entries()) {
    if (level === '#') return true;
    const other = narrow[place];
    if (other === undefined || other === '#') return false;
    if (level !== '+' && level !== other) return false;
  }
  return wide.length === narrow.length;
}
