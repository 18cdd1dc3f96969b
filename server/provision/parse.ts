import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ProvisionFile, provisionSchema } from './schema.ts';

/** One thing wrong with a provision file; `line` counts from 1. */
export interface Fault {
  readonly line: number;
  /** Where in the file, as `stores[0].timezone`; empty for the file as a whole. */
  readonly at: string;
  readonly message: string;
}

/** A value's place in the file: keys and list positions from the top. */
export type FilePath = readonly PropertyKey[];

export interface Lines {
  lineOf(path: FilePath): number;
}

export type ParsedProvision =
  | { readonly ok: true; readonly file: ProvisionFile; readonly lines: Lines }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function pathText(path: FilePath): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** The offset in the text at which a value begins, or the closest one around it. */
function offsetOf(document: Document.Parsed, path: FilePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

type Issue = z.core.$ZodIssue;

/** The alternative of a union that the value was meant to be: the one that failed deepest, not at its very type. */
function meantAlternative(alternatives: readonly Issue[][]): readonly Issue[] | undefined {
  const fitting = alternatives.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type'),
  );
  return fitting[0];
}

function plainIssues(issue: Issue, path: FilePath): { path: FilePath; message: string }[] {
  const here = [...path, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({ path: [...here, key], message: messages[index] ?? issue.message }));
  }
  if (issue.code === 'invalid_union') {
    const meant = meantAlternative(issue.errors);
    if (meant) return meant.flatMap((inner) => plainIssues(inner, here));
    return [{ path: here, message: 'has the wrong form here (docs/provision.md shows the forms)' }];
  }
  if (issue.code === 'invalid_key')
    return issue.issues.map((inner) => ({ path: here, message: `the key ${inner.message}` }));
  return [{ path: here, message: issue.message }];
}

function yamlFaults(document: Document.Parsed): Fault[] {
  return document.errors.map((error) => ({
    line: error.linePos?.[0].line ?? 1,
    at: '',
    message: error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.message,
  }));
}

/** Reads and checks a provision file's text; every fault that can be seen at once, with its line. */
export function parseProvision(text: string): ParsedProvision {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0) return { ok: false, faults: yamlFaults(document) };
  const lineOf = (path: FilePath): number => counter.linePos(offsetOf(document, path)).line;
  const checked = provisionSchema.safeParse(document.toJS() ?? {});
  if (checked.success) return { ok: true, file: checked.data, lines: { lineOf } };
  const faults = checked.error.issues
    .flatMap((issue) => plainIssues(issue, []))
    .map(({ path, message }) => ({ line: lineOf(path), at: pathText(path), message }));
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
}

/** `chain.yaml:12: stores[0].timezone: "Moskow" is not …`, one line a fault. */
export function faultLines(fileName: string, faults: readonly Fault[]): string {
  return faults.map(({ line, at, message }) => `${fileName}:${line}: ${at ? `${at}: ` : ''}${message}`).join('\n');
}
