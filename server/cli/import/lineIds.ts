import { createHash } from 'node:crypto';

/** What a line is known by whose file gives no id: what stands in it, and which of the lines that are alike. */
export function lineIds(): (row: readonly string[]) => string {
  const alike = new Map<string, number>();
  return (row) => {
    const text = row.map((column) => column.trim()).join('\u001f');
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 24);
    const place = (alike.get(digest) ?? 0) + 1;
    alike.set(digest, place);
    return place === 1 ? digest : `${digest}-${place}`;
  };
}
