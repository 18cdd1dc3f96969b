/** What a topic says where a pattern has `{address}`, `{line}` and `{direction}`. */
export interface TopicWords {
  readonly address?: string;
  readonly line?: string;
  readonly direction?: string;
}

export type TopicPattern = (topic: string) => TopicWords | null;

const names = ['address', 'line', 'direction'] as const;

/**
 * Reads a pattern of topics: `{address}`, `{line}` and `{direction}` stand for a level or a part of one, `+` for a level, `#` at the end for
 * whatever follows. null where it is none.
 */
export function parseTopicPattern(text: string): TopicPattern | null {
  const found: (typeof names)[number][] = [];
  let isKnown = true;
  const source = text
    .trim()
    .split(/(\{[^{}]*\}|\+|\/#$|^#$)/)
    .map((part) => {
      if (part === '+') return '[^/]*';
      if (part === '/#') return '(?:/.*)?';
      if (part === '#') return '.*';
      const name = names.find((one) => part === `{${one}}`);
      if (name !== undefined && !found.includes(name)) {
        found.push(name);
        return '([^/]+?)';
      }
      if (part.startsWith('{')) isKnown = false;
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  if (!isKnown || source === '') return null;
  const pattern = new RegExp(`^${source}$`, 's');
  return (topic) => {
    const match = pattern.exec(topic);
    if (match === null) return null;
    const words: { address?: string; line?: string; direction?: string } = {};
    for (const [place, name] of found.entries()) words[name] = match[place + 1] ?? '';
    return words;
  };
}
