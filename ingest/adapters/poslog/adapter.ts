import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Report } from '../finding.ts';
import { withoutPersonalXml } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { type Addressed, reportsOf } from '../tills.ts';
import { readXml, type XmlElement } from '../xml.ts';
import { registerOf, storeOf, transactionOf } from './transactions.ts';

/** ARTS (NRF, OMG) POSLog, the log that large tills write. */
export const poslog: Adapter = {
  profile: 'poslog',
  about: {
    make: 'ARTS POSLog',
    models: ['POSLog 2.1 and 2.2 (NCR ACS and others)', 'POSLog 6'],
    kind: 'till',
    transports: ['file', 'http'],
    reads: [
      'RetailTransaction: lines that sell as a sale, lines that return as a return, both as an exchange, by TransactionGrandAmount.',
      'PostVoidTransaction, and a TransactionLink whose reason is a void: they take the other receipt out.',
      'Lines for pick-up and for delivery, and sales of a web site, under their own channels.',
      'ItemCount; without it the lines, voided ones taken off.',
    ],
    leavesOut: [
      'TrainingModeFlag, CancelFlag, VoidedFlag: kept, counted nowhere. Suspended transactions are none yet.',
      'BusinessDayDate: a receipt belongs to a date by its time and the time at which the day begins in the store (dayStartsAt).',
      'Control, tender and inventory transactions, settlements of tills: they are no Z report.',
      'Gift cards, deposits, tips and payments on account: their amounts are taken off (TransactionNonSalesAmount, else the lines).',
      'Operators, customers, loyalty, tenders, cards, birthdates, names of goods.',
    ],
    steps: [
      'A file: on the page Import a file choose Receipts, this make and the XML file; or on the command line: lintel import sales FILE --store STORE --profile poslog.',
      'Sending: POST each log to {hook} with the header “Authorization: Bearer {secret}”.',
      'Give one device the RetailStoreID (POSLog 6: UnitID) as “Address in its messages”, or one device for each register RetailStoreID/WorkstationID (9/34); not both, or receipts count twice.',
    ],
    learntFrom: [
      'https://www.omg.org/retail-depository/arts-odm-73/ (ARTS POSLog)',
      'https://github.com/kjbreil/poslog (a log of NCR ACS)',
    ],
    money: ["Total, ExtendedAmount, Amount: decimal text, the unit of CurrencyCode; a return's total with either sign"],
  },
  measures: ['sales'],
  modes: [],
  channels: {},
  options: [],
  body: 'text',
  topics: [],
  read,
  redact: (body) => (typeof body === 'string' ? withoutPersonalXml(body, { drop: personal }) : null),
  isLike: (body) => typeof body === 'string' && rootOfLog.test(body.slice(0, 2000)),
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 10_000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

const rootOfLog = /<(?:[\w.-]{1,40}:)?POSLog[\s>]/;

const personal = [
  ...[
    'Tender',
    'LoyaltyMembership',
    'LoyaltyReward',
    'LoyaltyAccount',
    'AgeRestriction',
    'Birthdate',
    'CRMCustomVariable',
  ],
  ...[
    'Associate',
    'AssociateID',
    'Address',
    'Name',
    'FirstName',
    'LastName',
    'OperatorName',
    'Description',
    'Signature',
  ],
  ...['ElectronicSignature', 'CustomerOrderID', 'TaxExemption', 'Verification', 'Telephone', 'EMail', 'SerialNumber'],
];

function read(body: unknown): readonly Report[] | Refusal {
  if (typeof body !== 'string') return refuse('schema', 'This is no XML.');
  const root = readXml(body);
  if (root === null) return refuse('schema', 'This is no well-formed XML.');
  const log = root.name === 'POSLog' ? root : logIn(root);
  if (log === null) return refuse('schema', 'This XML has no POSLog.');
  const found: Addressed[] = [];
  for (const each of log.children) {
    if (each.name !== 'Transaction') continue;
    found.push({ address: storeOf(each), otherName: registerOf(each), finding: transactionOf(each) });
  }
  if (found.length === 0) return [{ address: '', findings: [aside('alive', 'a log without transactions')] }];
  return reportsOf(found);
}

/** A log inside an envelope, such as SOAP's. */
function logIn(element: XmlElement): XmlElement | null {
  for (const each of element.children) {
    const found = each.name === 'POSLog' ? each : logIn(each);
    if (found !== null) return found;
  }
  return null;
}
