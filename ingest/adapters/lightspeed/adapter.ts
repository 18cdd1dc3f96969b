import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import type { Report } from '../finding.ts';
import { type Fields, isFields, listOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { aboutLightspeed, lightspeedOptions } from './about.ts';
import { lightspeedApi } from './api.ts';
import { isClosure, readClosure } from './closure.ts';
import { isSale, readSale } from './sale.ts';
import { lightspeedWebhook } from './webhook.ts';

/** Lightspeed Retail (X-Series), which was Vend: sales and register closures. */
export const lightspeed: Adapter = {
  profile: 'lightspeed',
  about: aboutLightspeed,
  measures: ['sales'],
  modes: [],
  channels: {},
  options: lightspeedOptions,
  body: 'json',
  topics: [],
  read(body): readonly Report[] | Refusal {
    if (!isFields(body)) return refuse('schema', 'The message is not an object.');
    const reports = reportsOf(body);
    return reports.length > 0
      ? reports
      : refuse('schema', 'It is neither a sale nor a register closure of Lightspeed.');
  },
  redact: (body) =>
    withoutPersonal(body, { drop: ['note', 'receipt_address', 'author', 'user', 'attributes', 'short_code'] }),
  isLike: (body) => isFields(body) && reportsOf(body).length > 0,
  webhook: lightspeedWebhook,
  api: lightspeedApi,
};

/** Bare as webhooks send them, or under `data` as the API answers. */
function reportsOf(body: Fields): readonly Report[] {
  const { data } = body;
  const all: readonly unknown[] = [body, data, ...listOf(data), ...listOf(body['register_sales'])];
  return all.flatMap((one): readonly Report[] => {
    if (isSale(one)) return [readSale(one)];
    return isClosure(one) ? [readClosure(one)] : [];
  });
}
