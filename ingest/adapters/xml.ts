/*
 * A small reader of XML for vendors' messages: elements by their local names (one vendor's firmwares differ in the namespace only), no
 * document types, hence no entities but the predefined. Linear in the text's length, and several times as fast as a general reader.
 */

/** An element; `text` is its own text without that of its children, entities read, trimmed. */
export interface XmlElement {
  /** Without the namespace's prefix. */
  readonly name: string;
  /** As they stand in the text; `attribute` reads one. */
  readonly attributes: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Growing {
  readonly name: string;
  readonly attributes: string;
  text: string;
  children: Growing[];
}

interface Scan {
  readonly text: string;
  position: number;
  root: Growing | null;
  readonly open: Growing[];
}

const deepest = 64;
const space = 32;
const exclamation = 33;
const slash = 47;
const colon = 58;
const greater = 62;
const question = 63;
/** Most elements have no children: they share one list, which stays empty. */
const childless: Growing[] = [];

/** The root element; null where the text is no well-formed XML, has a document type, or is nested more than 64 deep. */
export function readXml(text: string): XmlElement | null {
  const scan: Scan = { text, position: 0, root: null, open: [] };
  while (true) {
    const start = text.indexOf('<', scan.position);
    if (start === -1) break;
    if (start > scan.position) addText(scan, start);
    if (!readMark(scan, start)) return null;
  }
  return scan.open.length === 0 ? scan.root : null;
}

function readMark(scan: Scan, start: number): boolean {
  const sign = scan.text.charCodeAt(start + 1);
  if (sign === slash) return readEnd(scan, start);
  if (sign === question) return skipPast(scan, '?>', start);
  if (sign !== exclamation) return readStart(scan, start);
  if (scan.text.startsWith('<!--', start)) return skipPast(scan, '-->', start + 4);
  return scan.text.startsWith('<![CDATA[', start) && readVerbatim(scan, start + 9);
}

function addText({ text, position, open }: Scan, end: number): void {
  const element = open[open.length - 1];
  if (element === undefined) return;
  let from = position;
  let to = end;
  while (from < to && text.charCodeAt(from) <= space) from += 1;
  while (from < to && text.charCodeAt(to - 1) <= space) to -= 1;
  if (from < to) element.text += readEntities(text.slice(from, to));
}

function readVerbatim(scan: Scan, start: number): boolean {
  const element = scan.open[scan.open.length - 1];
  const end = scan.text.indexOf(']]>', start);
  if (element === undefined || end === -1) return false;
  element.text += scan.text.slice(start, end);
  scan.position = end + 3;
  return true;
}

function skipPast(scan: Scan, mark: string, from: number): boolean {
  const end = scan.text.indexOf(mark, from);
  scan.position = end + mark.length;
  return end !== -1;
}

function readEnd(scan: Scan, start: number): boolean {
  const { text, open } = scan;
  const end = text.indexOf('>', start);
  const element = open.pop();
  if (end === -1 || element === undefined) return false;
  let to = end;
  while (text.charCodeAt(to - 1) <= space) to -= 1;
  scan.position = end + 1;
  const from = to - element.name.length;
  const before = text.charCodeAt(from - 1);
  const isWhole = from === start + 2 || (from > start + 2 && before === colon);
  return isWhole && text.startsWith(element.name, from);
}

function readStart(scan: Scan, start: number): boolean {
  const { text, open } = scan;
  let nameStart = start + 1;
  let nameEnd = nameStart;
  let sign = text.charCodeAt(nameEnd);
  while (sign > space && sign !== greater && sign !== slash) {
    nameEnd += 1;
    if (sign === colon) nameStart = nameEnd;
    sign = text.charCodeAt(nameEnd);
  }
  const end = sign === greater ? nameEnd : endOfTag(text, nameEnd);
  if (end === -1 || nameEnd === nameStart) return false;
  const isClosed = text.charCodeAt(end - 1) === slash;
  const to = isClosed ? end - 1 : end;
  const attributes = to > nameEnd ? text.slice(nameEnd, to) : '';
  const element: Growing = { name: text.slice(nameStart, nameEnd), attributes, text: '', children: childless };
  if (!place(scan, element)) return false;
  if (!isClosed) open.push(element);
  scan.position = end + 1;
  return open.length <= deepest;
}

/** Puts an element where it belongs; not so a second root. */
function place(scan: Scan, element: Growing): boolean {
  const parent = scan.open[scan.open.length - 1];
  if (parent === undefined) {
    if (scan.root !== null) return false;
    scan.root = element;
  } else if (parent.children === childless) parent.children = [element];
  else parent.children.push(element);
  return true;
}

/** Where the tag ends: a `>` may stand in an attribute's value. */
function endOfTag(text: string, start: number): number {
  let quote = 0;
  for (let index = start; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === greater) return index;
    else if (sign === 34 || sign === 39) quote = sign;
  }
  return -1;
}

function localName(name: string): string {
  const at = name.indexOf(':');
  return at === -1 ? name : name.slice(at + 1);
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (all: string, name: string) => {
    if (!name.startsWith('#')) return predefined[name] ?? all;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** The first child of that local name. */
export function child(element: XmlElement, name: string): XmlElement | null {
  for (const each of element.children) if (each.name === name) return each;
  return null;
}

/** The text of the first child of that local name; null where there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return child(element, name)?.text ?? null;
}

// Sticky, so that a text without `=` is gone through once.
const oneAttribute = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** An attribute's value by its local name; null where it is absent. */
export function attribute(element: XmlElement, name: string): string | null {
  for (const [key, value] of attributesOf(element)) if (key === name) return value;
  return null;
}

/** Local names and values of all attributes. */
export function attributesOf(element: XmlElement): (readonly [string, string])[] {
  const all: (readonly [string, string])[] = [];
  oneAttribute.lastIndex = 0;
  for (
    let found = oneAttribute.exec(element.attributes);
    found !== null;
    found = oneAttribute.exec(element.attributes)
  ) {
    all.push([localName(found[1] ?? ''), readEntities(found[2] ?? found[3] ?? '')]);
  }
  return all;
}
