import type { AdapterAbout } from '../adapter.ts';

export const aboutMoysklad: AdapterAbout = {
  make: 'МойСклад (MoySklad)',
  models: ['Касса МойСклад', 'Точка продаж МойСклад'],
  kind: 'till',
  transports: ['http', 'poll'],
  reads: [
    'Розничные продажи (retaildemand): each a sale at its own sum.',
    'Розничные возвраты (retailsalesreturn): each a return on its own date, with the sale it is of (demand).',
    'Webhooks, which only name documents: each is asked for at the JSON API 1.2.',
    'A sale on a customer’s order (customerOrder), which is a pick-up order and counts apart.',
    'Drafts (applicable: false) and deleted documents: kept, counted nowhere.',
    'Times without a zone, which are Moscow’s.',
  ],
  leavesOut: [
    'Prepayments (prepayment) and their returns: the sale counts when the goods are handed over.',
    'How it was paid, gift cards too: a sale paid by one counts like any other.',
    'Gift cards sold: MoySklad sells them as goods and does not tell them apart.',
    'Shifts (retailshift): their proceeds are not told apart by sales and returns.',
    'Counterparties, employees and the login in auditContext.',
  ],
  steps: [
    'МойСклад, Настройки, Обмен данными, Токены: choose «Создать токен» and enter it as the key to the vendor’s API. Its owner must see retail sales and returns.',
    'Webhooks need a paid tariff. POST https://api.moysklad.ru/api/remap/1.2/entity/webhook {"url": "{hook}/{secret}", "action": "CREATE", "entityType": "retaildemand"}; the same for the actions UPDATE and DELETE, and for the entityType retailsalesreturn. МойСклад signs nothing: the secret stands in the address.',
    'Without webhooks, or when one is lost (МойСклад waits 1.5 seconds and tries 4 times), changed documents are asked for every 5 minutes.',
    'Розница, Точки продаж: open the shop; the id in the address of the page (#retailstore/edit?id=…) is “Address in its messages”.',
  ],
  learntFrom: [
    'https://dev.moysklad.ru/doc/api/remap/1.2/',
    'https://github.com/moysklad/api-remap-1.2-doc (md/dictionaries/_webhook.md, md/documents/_retaildemand.md, md/_general.md)',
  ],
  money: [
    'sum, vatSum: JSON number, kopecks (hundredths of the document’s currency), sometimes with a fraction, which is rounded',
    'positions[].price, cashSum, noCashSum, qrSum: kopecks, not read: the document’s own sum is trusted',
    'rate.currency.isoCode: the currency, where it came with the document',
  ],
};
