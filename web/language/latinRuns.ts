/** A stretch of a sentence: words of its own language, or Latin ones that stay as they stand on a vendor's screen. */
export interface Run {
  readonly text: string;
  readonly isLatin: boolean;
}

const word = '[\\x21-\\x7e→▸•…⋯’]+';
const latin = new RegExp(`${word}(?: ${word})*`, 'g');
const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** A Russian or Persian sentence by its runs: a Latin one is read from left to right, with its brackets and slashes, wherever it stands. */
export function runsOf(sentence: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const { 0: found, index } of sentence.matchAll(latin)) {
    const own = withoutMarks(found);
    if (!/[A-Za-z]/.test(own.text)) continue;
    const start = index + own.skipped;
    if (start > end) runs.push({ text: sentence.slice(end, start), isLatin: false });
    runs.push({ text: own.text, isLatin: true });
    end = start + own.text.length;
  }
  if (end < sentence.length) runs.push({ text: sentence.slice(end), isLatin: false });
  return runs;
}

/** Without the sentence's own marks at either end: commas, full stops, brackets that close or open around it. */
function withoutMarks(found: string): { text: string; skipped: number } {
  let [text, skipped] = [found, 0];
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/[ .,:;!?([{]+$/, '');
    const ahead = /^[ .,:;!?)\]}]+/.exec(text)?.[0] ?? '';
    text = text.slice(ahead.length);
    skipped += ahead.length;
    for (const [opening, closing] of pairs) {
      if (text.endsWith(closing) && countOf(text, closing) > countOf(text, opening)) text = text.slice(0, -1);
      if (text.startsWith(opening) && countOf(text, opening) > countOf(text, closing)) {
        text = text.slice(1);
        skipped += 1;
      }
    }
  }
  return { text, skipped };
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
