import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Report } from '../finding.ts';
import { isFields } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { type Addressed, nameOf, reportsOf } from '../tills.ts';
import type { HookRequest } from '../webhook.ts';
import { findingOf, isDocument, readDocument } from './documents.ts';
import { isReceiptEvent, receiptOf } from './receipts.ts';

/** Evotor's smart terminals, by the cloud's calls to a service of one's own. */
export const evotor: Adapter = {
  profile: 'evotor',
  about: {
    make: 'Evotor (Эвотор)',
    models: ['smart terminals 5, 6, 7.2, 7.3, 10 and Power, through the Evotor cloud'],
    kind: 'till',
    transports: ['http', 'file'],
    reads: [
      'SELL and PAYBACK documents as sales and returns, by closeResultSum.',
      'Receipts of the second version (api/v2/receipts), SELL and PAYBACK.',
      'Z reports (FPRINT) with their counts and sums, to be compared with what arrived; CLOSE_SESSION as the end of a shift.',
      'Documents of both versions: transactions (V1) and body (V2).',
    ],
    leavesOut: [
      'Checks that are not fiscal (infoCheck) and X reports: nothing was sold by them.',
      'BUY and BUYBACK: goods that the shop buys from people.',
      'Payments: the second PAYMENT row is the change, and a receipt paid in two ways is one receipt.',
      'Sums of CLOSE_SESSION: the documents do not say what they hold.',
      'Names of staff and clients, phones, e-mail addresses, names of goods.',
    ],
    steps: [
      'In the Evotor developer console (developer.evotor.ru), open your application, then «Интеграция» ▸ «Вебхуки».',
      'Choose «Документы» or «Чеки», one of them: both would tell the same receipts under different names. Documents also bring Z reports.',
      'Address: {hook}. Evotor adds /api/v1/inventories/stores/… or /api/v2/receipts itself.',
      'Token, under «Авторизация» ▸ «Токен стороннего сервиса»: {secret}. Evotor shows it as “Authorization: Bearer”.',
      "Give each device the terminal's deviceUuid as “Address in its messages”, or one device the shop's storeUuid for all its terminals; not both, or receipts count twice.",
    ],
    learntFrom: [
      'https://github.com/evotor/documentation-api (pos-docs, definitions.yaml, evotorCallbacks)',
      'https://developer.evotor.ru/docs/',
    ],
    money: [
      'closeResultSum, closeSum (documents V1): decimal text, roubles; above 0 for PAYBACK too',
      'sum, resultSum, resultTaxSum of a line (V1): decimal number, roubles; below 0 for PAYBACK',
      'body.result_sum, tax.result_sum (V2): decimal number, roubles',
      'totalAmount, totalTax (receipts v2): decimal number, roubles',
      'sales.summ, salesBack.summ (Z report): decimal number, roubles',
    ],
  },
  measures: ['sales'],
  modes: [],
  channels: {},
  options: [],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: personal }),
  isLike: (body) => isReceiptEvent(body) || documentsOf(body).some(isDocument),
  webhook: {
    proof: 'token',
    methods: ['PUT', 'POST'],
    answerWithinMs: 10_000,
    verify: verifyShared,
    kindOf,
  },
  api: null,
};

const personal = [
  ...['name', 'commodityName', 'product_name', 'description', 'userUuid', 'userCode', 'openUserUuid', 'openUserCode'],
  ...['closeUserUuid', 'closeUserCode', 'close_user_id', 'lastName', 'patronymicName', 'clientPhone', 'couponNumber'],
  ...['customer_email', 'customer_phone', 'user_id'],
];

/** Evotor adds its own path to the address it was given; only what says the shop is kept of it. */
function kindOf({ path }: HookRequest): string {
  const parts = path.split('/');
  const stores = parts.indexOf('stores');
  const store = parts[stores + 1];
  if (stores >= 0 && store !== undefined && parts[stores + 2] !== undefined) return `${parts[stores + 2]}/${store}`;
  if (parts.includes('receipts')) return 'receipts';
  const what = parts.indexOf('inventories');
  return what >= 0 ? (parts[what + 1] ?? '') : '';
}

function documentsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  return isFields(body) && !('type' in body) && Array.isArray(body['items']) ? body['items'] : [body];
}

/** What Evotor also tells a service: its devices, staff, shops and goods. */
const others = new Set(['devices', 'employees', 'stores', 'products']);

function read(body: unknown, { topic }: Envelope): readonly Report[] | Refusal {
  const [kind = '', pathStore = ''] = topic.split('/');
  if (others.has(kind)) return [{ address: '', findings: [aside('alive', `Evotor's list of ${kind}`)] }];
  if (isReceiptEvent(body)) {
    const { deviceId, storeId } = body.data;
    return reportsOf([{ ...namesOf(nameOf(deviceId), nameOf(storeId)), finding: receiptOf(body) }]);
  }
  const found: Addressed[] = [];
  for (const item of documentsOf(body)) {
    if (!isDocument(item)) return refuse('schema', 'This is no document and no receipt of Evotor.');
    const document = readDocument(item);
    if ('kind' in document) found.push({ address: '', finding: document });
    else {
      const { device, store } = document;
      found.push({ ...namesOf(device, store ?? pathStore), finding: findingOf(document) });
    }
  }
  if (found.length === 0) return [{ address: '', findings: [aside('alive', 'a list without documents')] }];
  return reportsOf(found);
}

/** The terminal's id, and the shop's beside it. */
function namesOf(device: string | null, store: string | null): Pick<Addressed, 'address' | 'otherName'> {
  return device === null ? { address: store ?? '' } : { address: device, otherName: store ?? '' };
}
