import { done, type Frame, from, upTo } from './frame.ts';

/** A café with a counter, tables, a kitchen and what is taken away. Temperatures: the law of the country goes before them. */
export const cafe: Frame = {
  processes: {
    ordering: [
      ['queue-seconds', upTo('s', 180, 300), 'shift', 1],
      ['order-seconds', upTo('s', 60, 90), 'barista', 1],
      ['order-repeated', done, 'barista', 1],
      ['sold-out-share', upTo('%', 3, 8), 'kitchen', 2],
    ],
    preparation: [
      ['drink-seconds', upTo('s', 240, 420), 'barista', 1],
      ['food-minutes', upTo('min', 10, 15), 'kitchen', 1],
      ['wrong-order-share', upTo('%', 1, 3), 'shift', 2],
    ],
    'table-service': [
      ['first-contact-seconds', upTo('s', 120, 240), 'waiter', 1],
      ['asked-if-all-is-well', done, 'waiter', 1],
      ['bill-seconds', upTo('s', 180, 300), 'waiter', 1],
      ['cleared-minutes', upTo('min', 5, 10), 'waiter', 1],
    ],
    takeaway: [
      ['ready-on-time-share', from('%', 95, 90), 'shift', 1],
      ['complete-share', from('%', 99, 97), 'shift', 1],
    ],
    delivery: [
      ['minutes-to-the-door', upTo('min', 40, 55), 'manager', 3],
      ['hot-celsius', from('°C', 60, 55), 'manager', 2],
    ],
    'food-safety': [
      ['fridge-celsius', upTo('°C', 5, 8), 'kitchen', 1],
      ['hot-holding-celsius', from('°C', 65, 63), 'kitchen', 1],
      ['past-date-items', upTo('count', 0, 0), 'kitchen', 2],
    ],
    cleanliness: [
      ['toilet-check-minutes', upTo('min', 60, 120), 'shift', 1],
      ['dirty-table-share', upTo('%', 10, 25), 'shift', 1],
    ],
    reservations: [['answer-seconds', upTo('s', 20, 40), 'shift', 1]],
    requests: [
      ['hours-to-answer', upTo('h', 12, 24), 'manager', 2],
      ['hours-to-resolve', upTo('h', 48, 96), 'manager', 3],
    ],
  },
  csi: { taste: 3, speed: 2, staff: 2, cleanliness: 2, value: 1 },
  checklists: {
    'cafe-opening': [
      'opened-on-time',
      'hands-washed',
      'fridges-noted',
      'dates-checked',
      'machine-calibrated',
      'milk-fresh',
      'menu-complete',
      'allergens-shown',
      'tables-clean',
      'toilets-clean',
      'till-ready',
      'counter-unobstructed',
    ],
    'cafe-mystery-visit': [
      'greeted',
      'queue-within-target',
      'advice-given',
      'order-repeated',
      'drink-in-time',
      'drink-right',
      'food-warm',
      'asked-if-all-is-well',
      'table-clean',
      'toilet-clean',
      'receipt-given',
      'goodbye',
    ],
  },
};
