import { done, type Frame, from, upTo } from './frame.ts';

/** A pharmacy: first right, then fast. What the law of the country asks goes before it. */
export const pharmacy: Frame = {
  processes: {
    counter: [
      ['wait-seconds', upTo('s', 180, 300), 'manager', 1],
      ['service-seconds', upTo('s', 180, 300), 'pharmacist', 1],
      ['discreet', done, 'pharmacist', 1],
    ],
    prescription: [
      ['patient-confirmed', done, 'pharmacist', 1],
      ['dispense-minutes', upTo('min', 10, 15), 'pharmacist', 1],
      ['second-check', done, 'pharmacist', 2],
      ['wrong-items', upTo('count', 0, 0), 'manager', 3],
    ],
    consultation: [
      ['other-medicines-asked', done, 'pharmacist', 1],
      ['dose-explained', done, 'pharmacist', 1],
      ['cheaper-named', done, 'pharmacist', 1],
      ['sent-to-a-doctor', done, 'pharmacist', 2],
    ],
    availability: [
      ['filled-at-once-share', from('%', 95, 90), 'stock', 2],
      ['owed-hours', upTo('h', 24, 48), 'stock', 2],
    ],
    storage: [
      ['fridge-excursion-minutes', upTo('min', 0, 15), 'stock', 2],
      ['expired-items', upTo('count', 0, 0), 'stock', 2],
    ],
    delivery: [['on-time-share', from('%', 95, 90), 'manager', 3]],
    hotline: [
      ['answer-seconds', upTo('s', 30, 60), 'pharmacist', 1],
      ['stock-answer-seconds', upTo('s', 90, 180), 'pharmacist', 1],
    ],
    requests: [
      ['hours-to-answer', upTo('h', 4, 24), 'manager', 2],
      ['hours-to-resolve', upTo('h', 24, 72), 'manager', 3],
    ],
  },
  csi: { advice: 3, availability: 2, waiting: 2, discretion: 2, staff: 1 },
  checklists: {
    'pharmacy-opening': [
      'opened-on-time',
      'pharmacist-on-duty',
      'licence-shown',
      'fridge-noted',
      'room-climate-noted',
      'dates-checked',
      'controlled-locked',
      'prescription-only-behind',
      'tills-ready',
      'line-of-discretion',
      'entrance-step-free',
      'counter-unobstructed',
    ],
    'pharmacy-mystery-visit': [
      'greeted',
      'wait-within-target',
      'for-whom-asked',
      'other-medicines-asked',
      'dose-explained',
      'side-effects-named',
      'cheaper-named',
      'prescription-insisted',
      'discreet',
      'nothing-pushed',
      'receipt-given',
      'floor-clean',
    ],
  },
};
