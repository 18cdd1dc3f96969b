/** JSON text with the keys of every object in order, so that equal contents are equal texts. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(fields).sort()) parts.push(`${JSON.stringify(key)}:${sortedJson(fields[key])}`);
  return `{${parts.join(',')}}`;
}
