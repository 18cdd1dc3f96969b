import { done, type Frame, from, upTo } from './frame.ts';

/** A shop with a sales floor, fitting rooms, tills and what goes with them. */
export const shop: Frame = {
  processes: {
    welcome: [
      ['noticed-seconds', upTo('s', 30, 60), 'assistant', 1],
      ['help-offered', done, 'assistant', 1],
    ],
    'sales-floor': [
      ['on-shelf-share', from('%', 97, 93), 'floor', 1],
      ['price-tag-share', from('%', 99, 97), 'floor', 1],
    ],
    consultation: [
      ['assistant-wait-seconds', upTo('s', 60, 180), 'floor', 1],
      ['needs-asked', done, 'assistant', 1],
      ['stock-answer-seconds', upTo('s', 120, 300), 'assistant', 2],
    ],
    'fitting-room': [
      ['wait-seconds', upTo('s', 120, 300), 'floor', 1],
      ['size-brought-seconds', upTo('s', 180, 300), 'assistant', 1],
      ['cleared-minutes', upTo('min', 10, 20), 'assistant', 1],
    ],
    checkout: [
      ['wait-seconds', upTo('s', 180, 300), 'shift', 1],
      ['service-seconds', upTo('s', 60, 120), 'cashier', 1],
      ['price-mismatch-share', upTo('%', 0.5, 1.5), 'floor', 2],
      ['farewell', done, 'cashier', 1],
    ],
    returns: [
      ['wait-seconds', upTo('s', 300, 600), 'shift', 1],
      ['refund-minutes', upTo('min', 10, 20), 'shift', 2],
      ['reason-noted', done, 'cashier', 1],
    ],
    pickup: [
      ['ready-on-time-share', from('%', 95, 90), 'shift', 2],
      ['handover-seconds', upTo('s', 180, 300), 'cashier', 1],
    ],
    delivery: [
      ['on-time-share', from('%', 95, 90), 'office', 3],
      ['damaged-share', upTo('%', 1, 3), 'office', 2],
    ],
    hotline: [
      ['answer-seconds', upTo('s', 30, 60), 'hotline', 1],
      ['solved-first-call-share', from('%', 80, 65), 'hotline', 2],
    ],
    requests: [
      ['hours-to-answer', upTo('h', 24, 48), 'manager', 2],
      ['hours-to-resolve', upTo('h', 72, 168), 'manager', 3],
    ],
  },
  csi: { staff: 3, waiting: 2, choice: 2, 'price-clarity': 1, cleanliness: 1 },
  checklists: {
    'shop-opening': [
      'opened-on-time',
      'entrance-clean',
      'counter-unobstructed',
      'lights-and-music',
      'shelves-filled',
      'price-tags',
      'fitting-rooms-empty',
      'tills-ready',
      'exits-free',
      'badges',
      'plan-of-the-shift',
    ],
    'shop-mystery-visit': [
      'greeted',
      'noticed-soon',
      'needs-asked',
      'product-known',
      'alternative-offered',
      'fitting-room-helped',
      'second-till-opened',
      'wait-within-target',
      'price-matched',
      'receipt-given',
      'thanked',
      'floor-clean',
    ],
  },
};
