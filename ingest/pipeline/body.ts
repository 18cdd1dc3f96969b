/** A parsed body, or why it is no JSON. */
export type Body =
  | { readonly isReadable: true; readonly value: unknown }
  | { readonly isReadable: false; readonly detail: string };

const strictText = new TextDecoder('utf-8', { fatal: true });
/** Deeper nesting than this is no message, and would overflow whoever walks it. */
const deepest = 64;

/** The parsed body of a message; `status` may also be the plain word `online` or `offline`. */
export function readBody(payload: Uint8Array, kind: string): Body {
  let text: string;
  try {
    text = strictText.decode(payload);
  } catch {
    return unreadable('The body is not UTF-8.');
  }
  const word = kind === 'status' ? text.trim() : '';
  if (word === 'online' || word === 'offline') return { isReadable: true, value: word };
  try {
    const value: unknown = JSON.parse(text);
    return mayBeTooDeep(text) && isTooDeep(value, deepest)
      ? unreadable(`The body is nested more than ${deepest} deep.`)
      : { isReadable: true, value };
  } catch {
    return unreadable(text.length === 0 ? 'The body is empty.' : 'The body is not JSON.');
  }
}

function unreadable(detail: string): Body {
  return { isReadable: false, detail };
}

/** Fewer brackets than this are nowhere that deep: most messages need not be walked through. */
function mayBeTooDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      brackets += 1;
      if (brackets > deepest) return true;
    }
  }
  return false;
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (isTooDeep((value as Record<string, unknown>)[key], levels - 1)) return true;
  return false;
}
