import { fieldName } from './fieldNames.ts';
import type { Kind } from './forms.ts';
import type { RefusedLine } from './importTypes.ts';

const unknownWord = /^(?:the type )?"(.*)" is (?:none of sale|no direction|no outcome)\b/;
const unknownScore = /--skip-score (\S+) leaves out what means no answer/;

/** Words of the file that nobody said the meaning of, which stand below the lines that were looked at first. */
export function unknownWords(rejected: readonly RefusedLine[]): string[] {
  return [...new Set(rejected.flatMap(({ reason }) => unknownWord.exec(reason)?.[1] ?? []))];
}

/** The reason in the page's words, where the server names the command line's options and the API's fields. */
export function reasonOnPage({ reason, said }: Omit<RefusedLine, 'line'>, kind: Kind): string {
  return (said ?? reason)
    .replace(/: say what it means with --\w+$| \(use --type .*\)$/, ': go back to the columns and say what it means')
    .replace(unknownScore, 'if $1 means that nobody answered, go back and write it at “Scores that mean no answer”')
    .replace(/ \(([a-z]+)\)$/i, (_, field: string) => ` (${fieldName(kind, field)})`);
}
