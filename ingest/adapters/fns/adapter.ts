import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, wholeOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { type Addressed, nameOf, reportsOf } from '../tills.ts';
import { documentIn, type FiscalDocument, itemsOf } from './documents.ts';
import { documentId, documentTill, documentTime, receiptOf } from './receipts.ts';

/** Russian fiscal receipts as JSON, whoever exports or sends them. */
export const fns: Adapter = {
  profile: 'fns',
  about: {
    make: 'Russian fiscal receipts (чеки ФНС и ОФД)',
    models: [
      "any till with a fiscal drive (54-ФЗ), by the tax service's app or an operator of fiscal data that gives JSON of the same shape",
    ],
    kind: 'till',
    transports: ['file', 'http'],
    reads: [
      'Cheques and strict forms (code 3 and 4): operationType 1 as a sale, 2 as a return.',
      'The end of a shift (closeShift, code 5) with its number of receipts, to be compared with what arrived.',
      'Exports of the app «Проверка чеков», documents of its older interface, lists of bare documents, `{"data": […]}`.',
    ],
    leavesOut: [
      'Corrections (code 31 and 41): they mend what was told to the tax service, and are no visit of a customer. They are in the number of receipts of a shift, so that a shift with corrections may seem to lack some.',
      'operationType 3 and 4: money that the shop pays out for things it buys.',
      'Prepayments and advances (paymentType 1, 2, 3) and payments of a credit (7): what they are for is sold by another receipt. The option prepaid = count takes them in.',
      'A date without a time of day is refused: it would land in the first quarter of the day.',
      "Names of cashiers and firms, tax numbers (ИНН), addresses, the buyer's phone and e-mail, names of goods.",
    ],
    steps: [
      'A file: on the page Import a file choose Receipts, this make and the JSON that the app «Проверка чеков» («Мои чеки» ▸ «Экспорт») or the operator (ОФД) gave; or on the command line: lintel import sales FILE --store STORE --profile fns.',
      'Sending: have the operator, or a script, POST documents to {hook} with the header “Authorization: Bearer {secret}”.',
      "Give each device the till's registration number (kktRegId, РН ККТ) as “Address in its messages”, or its fiscal drive's (номер ФН); none if all receipts are this shop's.",
    ],
    learntFrom: [
      'https://www.nalog.gov.ru/rn77/related_activities/registries/fiscal_formats/ (ЕД-7-20/662@, fields of fiscal documents)',
      'public exports of the app on GitHub',
    ],
    money: [
      'totalSum, sum, price, nds10, nds18 and the like: whole number, kopecks; above 0 for returns too',
      'ndsNo, nds0: whole number, kopecks, of goods without tax, no tax',
    ],
  },
  measures: ['sales'],
  modes: [],
  channels: {},
  options: [
    {
      name: 'prepaid',
      label: 'Prepayments',
      explanation:
        'Whether a receipt of a prepayment or an advance counts as a purchase (count) or is left out because a later receipt hands the goods over (leave-out).',
      isRequired: false,
      choices: ['leave-out', 'count'],
    },
  ],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: personal }),
  isLike: (body) => itemsOf(body).some((item) => documentIn(item) !== null),
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 10_000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

const personal = [
  ...['name', 'user', 'userInn', 'operatorInn', 'buyerInn', 'buyerAddress', 'buyerPhoneOrAddress', 'senderAddress'],
  ...[
    'sellerAddress',
    'retailAddress',
    'retailPlace',
    'retailPlaceAddress',
    'providerInn',
    'providerPhone',
    'paymentAgentPhone',
  ],
  ...['buyerInformation', 'properties', 'propertiesUser', 'rawData', 'qrraw', '_id'],
];

function read(body: unknown, { options }: Envelope): readonly Report[] | Refusal {
  const choices = { countsPrepaid: options['prepaid'] === 'count' };
  const found: Addressed[] = [];
  for (const item of itemsOf(body)) {
    const document = documentIn(item);
    if (document === null)
      return refuse('schema', 'This is no fiscal document: fiscalDriveNumber and fiscalDocumentNumber are missing.');
    const { fields } = document;
    const names = { address: documentTill(fields) ?? '', otherName: nameOf(fields['fiscalDriveNumber']) ?? '' };
    found.push({ ...names, finding: findingOf(document, choices) });
  }
  if (found.length === 0) return [{ address: '', findings: [aside('alive', 'a list without documents')] }];
  return reportsOf(found);
}

function findingOf({ kind, fields }: FiscalDocument, choices: { readonly countsPrepaid: boolean }): Finding {
  if (kind === 'receipt') return receiptOf(fields, choices);
  if (kind === 'shiftEnd') return shiftEndOf(fields);
  if (kind === 'correction') return aside('other', 'a correction of what was told to the tax service');
  return aside('other', 'a fiscal document that is no receipt');
}

/** The fiscal drive counts receipts, not kinds of them, and says no sums here. */
function shiftEndOf(fields: Fields): Finding {
  const id = documentId(fields);
  if (id === null) return fault('schema', 'fiscalDriveNumber or fiscalDocumentNumber is missing.');
  const closedAt = documentTime(fields);
  if (closedAt === null) return fault('bad_time', 'dateTime is no time of the calendar.');
  const shift = nameOf(fields['shiftNumber']);
  const drive = nameOf(fields['fiscalDriveNumber']);
  return {
    kind: 'zReport',
    id: shift === null ? id : `${drive}-shift-${shift}`,
    closedAt,
    till: documentTill(fields),
    currency: 'RUB',
    receiptsCount: wholeOf(fields['receiptsQuantity']),
  };
}
