import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, isFields, listOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { aboutLoyverse, loyverseOptions } from './about.ts';
import { loyverseApi } from './api.ts';
import { isReceipt, readReceipt } from './receipt.ts';
import { loyverseWebhook } from './webhook.ts';

/** Loyverse POS: receipts by webhook and by asking. */
export const loyverse: Adapter = {
  profile: 'loyverse',
  about: aboutLoyverse,
  measures: ['sales'],
  modes: [],
  channels: {},
  options: loyverseOptions,
  body: 'json',
  topics: [],
  read(body, { options }) {
    if (!isFields(body)) return refuse('schema', 'The message is not an object.');
    return isOther(body) ? otherOf(body) : readReceipts(body, options);
  },
  redact: (body) => withoutPersonal(body, { drop: ['note', 'line_note', 'payment_details', 'order'] }),
  isLike: (body) => isFields(body) && (isOther(body) || isBatch(body)),
  webhook: loyverseWebhook,
  api: loyverseApi,
};

const others: readonly string[] = ['items.update', 'customers.update', 'inventory_levels.update', 'shifts.create'];

function isOther(body: Fields): boolean {
  return textOf(body['merchant_id']) !== '' && others.includes(textOf(body['type']));
}

function otherOf(body: Fields): readonly Report[] {
  return [{ address: '', findings: [aside('other', `${textOf(body['type'])} says nothing of sales.`)] }];
}

function isBatch(body: Fields): boolean {
  const receipts = listOf(body['receipts']);
  if (body['type'] === 'receipts.update' && Array.isArray(body['receipts'])) return true;
  return receipts.length > 0 && receipts.every(isReceipt);
}

function readReceipts(body: Fields, options: Readonly<Record<string, unknown>>): readonly Report[] | Refusal {
  if (!isBatch(body)) return refuse('schema', 'It holds no receipts of Loyverse.');
  const byStore = new Map<string, Finding[]>();
  for (const receipt of listOf(body['receipts'])) {
    const address = isFields(receipt) ? textOf(receipt['store_id']) : '';
    const found = isReceipt(receipt)
      ? readReceipt(receipt, options)
      : fault('schema', 'A receipt has no number or no sum.');
    const findings = byStore.get(address);
    if (findings === undefined) byStore.set(address, [found]);
    else findings.push(found);
  }
  return [...byStore].map(([address, findings]) => ({ address, findings }));
}
