import { isIP } from 'node:net';
import { attributesOf, readXml, type XmlElement } from './xml.ts';

/*
 * What may be kept of a vendor's message and shown to people: no credentials, no addresses on the network, no names of people, no ways to
 * reach them, no images, no plates. Which device, which line, how many, how much stays, so that it can be read again.
 */

export interface RedactRules {
  /** Fields beside the shared list that go, however they are written: `staff_name` drops `staffName` too. */
  readonly drop?: readonly string[];
  /** Fields of the shared list that stay, since in this format they say something else. */
  readonly keep?: readonly string[];
}

/** In small letters, without `_`, `-` and spaces. */
const personal = [
  ...[
    'password',
    'passwd',
    'pwd',
    'passphrase',
    'secret',
    'clientsecret',
    'token',
    'accesstoken',
    'refreshtoken',
    'authtoken',
  ],
  ...[
    'apikey',
    'auth',
    'authorization',
    'credential',
    'credentials',
    'cookie',
    'login',
    'username',
    'signature',
    'privatekey',
  ],
  ...[
    'ip',
    'ipaddress',
    'ipaddr',
    'ipv4',
    'ipv4address',
    'ipv6',
    'ipv6address',
    'remoteaddress',
    'clientip',
    'browserip',
    'hostip',
  ],
  ...[
    'operator',
    'operatorid',
    'operatorname',
    'cashier',
    'cashierid',
    'cashiername',
    'employee',
    'employeeid',
    'employeename',
  ],
  ...[
    'employees',
    'staff',
    'staffid',
    'staffname',
    'salesperson',
    'waiter',
    'servedby',
    'userid',
    'firstname',
    'lastname',
    'fullname',
  ],
  ...[
    'middlename',
    'surname',
    'patronymic',
    'customer',
    'customers',
    'customerid',
    'customername',
    'client',
    'clientid',
    'clientname',
  ],
  ...[
    'buyer',
    'buyername',
    'contact',
    'contacts',
    'recipient',
    'person',
    'personname',
    'personid',
    'birthday',
    'dateofbirth',
  ],
  ...[
    'email',
    'emails',
    'emailaddress',
    'contactemail',
    'phone',
    'phones',
    'phonenumber',
    'mobile',
    'mobilephone',
    'telephone',
  ],
  ...['billingaddress', 'shippingaddress', 'deliveryaddress', 'postaladdress', 'latitude', 'longitude'],
  ...[
    'image',
    'images',
    'imagedata',
    'picture',
    'pictures',
    'picurl',
    'photo',
    'photos',
    'snapshot',
    'snapshots',
    'thumbnail',
  ],
  ...[
    'backgroundimage',
    'face',
    'faces',
    'facedata',
    'faceimage',
    'plate',
    'platenumber',
    'licenseplate',
    'licenceplate',
  ],
  ...['card', 'cardnumber', 'cardholder', 'cardholdername', 'carddetails', 'pan', 'creditcardnumber', 'paymentdetails'],
];
const shared: ReadonlySet<string> = new Set(personal);

/** The body without what is personal. Fields whose text is an IP or e-mail address or an encoded image go whatever their name. */
export function withoutPersonal(body: unknown, rules: RedactRules = {}): unknown {
  const kept = withoutTexts(body, { isDropped: makeIsDropped(rules), depth: 0 });
  return kept === undefined ? null : kept;
}

/** A text that nobody knows the language of: XML anew, JSON without what is personal, any other without addresses. */
export function withoutPersonalText(text: string): string {
  if (text.trimStart().startsWith('<')) return withoutPersonalXml(text);
  const kept = withoutPersonal(text);
  return typeof kept === 'string' ? kept.replace(addresses, '') : '';
}

/**
 * The first 4 KiB of what cannot be read, such as JSON that is cut off: its signs and names of fields, by which one sees what is wrong with
 * it, without what they hold, since nothing tells what of it is personal.
 */
export function unreadText(text: string): string {
  const beginning = text.slice(0, keptLength);
  const bare = beginning.trimStart().startsWith('<') ? bareXml(beginning) : bareJson(beginning);
  return bare.replace(addresses, '').replace(/\d{6,}/g, '…');
}

const keptLength = 4096;

function bareXml(text: string): string {
  return text
    .replace(/("|')[^"'<>]*\1/g, '$1…$1')
    .replace(/>\s*[^<\s][^<]*/g, '>…')
    .replace(/<!\[CDATA\[[^\]]*/g, '<![CDATA[…');
}

/** Quoted texts go but for those before a colon, and so does what follows `=` in forms. */
function bareJson(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\.)*(?:"(\s*:)?|$)/g, (all, colon: string | undefined) => (colon === undefined ? '"…"' : all))
    .replace(/=[^&\s"]+/g, '=…');
}

/** The same for XML, written anew; of what is no XML see `unreadText`. */
export function withoutPersonalXml(text: string, rules: RedactRules = {}): string {
  const root = readXml(text);
  if (root === null) return unreadText(text);
  const parts: string[] = [];
  writeElement(root, makeIsDropped(rules), parts);
  return parts.join('');
}

type IsDropped = (name: string) => boolean;

function makeIsDropped({ drop = [], keep = [] }: RedactRules): IsDropped {
  const more = new Set(drop.map(plainName));
  const less = new Set(keep.map(plainName));
  return (name) => {
    const plain = plainName(name);
    return (shared.has(plain) || more.has(plain)) && !less.has(plain);
  };
}

function plainName(name: string): string {
  return name.replace(/[-_\s]/g, '').toLowerCase();
}

interface Within {
  readonly isDropped: IsDropped;
  readonly depth: number;
}

/** What is nested deeper is no message, and would overflow whoever walks it. */
const deepest = 64;

function withoutTexts(value: unknown, { isDropped, depth }: Within): unknown {
  if (typeof value === 'string') return withoutInnerTexts(value, { isDropped, depth });
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return undefined;
  const within = { isDropped, depth: depth + 1 };
  // Places in an array stay, since they may mean something.
  if (Array.isArray(value)) return value.map((each) => withoutTexts(each, within) ?? null);
  const kept: [string, unknown][] = [];
  for (const [name, each] of Object.entries(value)) {
    if (isDropped(name)) continue;
    const rest = withoutTexts(each, within);
    if (rest !== undefined) kept.push([name, rest]);
  }
  return Object.fromEntries(kept);
}

/** JSON in a text, as message brokers and forms wrap it. */
function withoutInnerTexts(text: string, { isDropped, depth }: Within): unknown {
  const sign = text.charCodeAt(0);
  const kept = isPersonalText(text) ? undefined : text;
  if (sign !== 123 && sign !== 91) return kept;
  try {
    const inner: unknown = JSON.parse(text);
    return JSON.stringify(withoutTexts(inner, { isDropped, depth: depth + 1 }) ?? null);
  } catch {
    return kept;
  }
}

const addresses = /\b(?:\d{1,3}\.){3}\d{1,3}\b|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const mail = /^[^\s@]{1,64}@[^\s@]{1,255}$/;
const ipWithPort = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5}|\/\d{1,2})$/;
/** Longer runs of base64 are images, not the few bytes of a radio telegram. */
const longestCode = 512;
const longestSearched = 4096;
const code = /^(?:data:[\w/+.;=-]{0,100},)?[A-Za-z0-9+/_=\s-]+$/;
/** `rtsp://admin:secret@…`, `http://192.0.2.7/picture`, of IPv6 `http://[…]`. */
const privateUrl = /:\/\/(?:[^\s/@]*@|\[|(?:\d{1,3}\.){3}\d{1,3}(?:[:/?#\s]|$))/;
const mailWithin = /[^\s@<>,;:"']{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;

function isPersonalText(text: string): boolean {
  if (text.startsWith('data:image/')) return true;
  if (text.length > longestCode && code.test(text)) return true;
  // A text so long is no name of a line, and takes long to search.
  if (text.length > longestSearched) return text.includes('@') || text.includes('://');
  if (text.includes('://') && privateUrl.test(text)) return true;
  if (text.includes('@') && (mail.test(text) || mailWithin.test(text))) return true;
  return isIP(text) !== 0 || isIP(ipWithPort.exec(text)?.[1] ?? '') !== 0;
}

function writeElement(element: XmlElement, isDropped: IsDropped, parts: string[]): void {
  parts.push('<', element.name);
  for (const [name, value] of attributesOf(element)) {
    if (!isDropped(name) && !isPersonalText(value)) parts.push(' ', name, '="', escaped(value), '"');
  }
  parts.push('>');
  if (!isPersonalText(element.text)) parts.push(escaped(element.text));
  for (const each of element.children) if (!isDropped(each.name)) writeElement(each, isDropped, parts);
  parts.push('</', element.name, '>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
