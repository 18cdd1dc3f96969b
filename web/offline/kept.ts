/** What a page keeps on the phone, under `lintel.NAME`; this browser may refuse to keep anything. */
const prefix = 'lintel.';

/** null: nothing is kept. The caller guarantees the shape: nothing but {@link keep} writes under the name. */
export function readKept<Value>(name: string): Value | null {
  try {
    const text = localStorage.getItem(prefix + name);
    // Only keep() below writes here, with what the caller of both says.
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** null forgets it. Answers whether this browser could keep it. */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
