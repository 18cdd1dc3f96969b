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
  ...['apikey', 'auth', 'authorization', 'credentials', 'cookie', 'login', 'username', 'signature', 'privatekey'],
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
  const kept = withoutTexts(body, makeIsDropped(rules));
  return kept === undefined ? null : kept;
}

/** The same for XML, written anew; of what is no XML, its first 4 KiB without addresses. */
export function withoutPersonalXml(text: string, rules: RedactRules = {}): string {
  const root = readXml(text);
  if (root === null) return text.slice(0, 4096).replace(addresses, '');
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

function withoutTexts(value: unknown, isDropped: IsDropped): unknown {
  if (typeof value === 'string') return isPersonalText(value) ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  // Places in an array stay, since they may mean something.
  if (Array.isArray(value)) return value.map((each) => withoutTexts(each, isDropped) ?? null);
  const kept: [string, unknown][] = [];
  for (const [name, each] of Object.entries(value)) {
    if (isDropped(name)) continue;
    const rest = withoutTexts(each, isDropped);
    if (rest !== undefined) kept.push([name, rest]);
  }
  return Object.fromEntries(kept);
}

const addresses = /\b(?:\d{1,3}\.){3}\d{1,3}\b|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const mail = /^[^\s@]{1,64}@[^\s@]{1,255}$/;
const ipWithPort = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5}|\/\d{1,2})$/;
/** Longer runs of base64 are images, not the few bytes of a radio telegram. */
const longestCode = 512;
const code = /^(?:data:[\w/+.;=-]{0,100},)?[A-Za-z0-9+/_-]+={0,2}$/;

function isPersonalText(text: string): boolean {
  if (text.length > longestCode) return code.test(text) || text.startsWith('data:image/');
  if (text.includes('@') && mail.test(text)) return true;
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
