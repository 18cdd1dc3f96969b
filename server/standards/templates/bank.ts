import { done, type Frame, from, upTo } from './frame.ts';

/** A branch of a bank: counters, advice by appointment, machines. */
export const bank: Frame = {
  processes: {
    reception: [
      ['noticed-seconds', upTo('s', 30, 60), 'reception', 1],
      ['right-desk-share', from('%', 95, 90), 'reception', 1],
    ],
    teller: [
      ['wait-seconds', upTo('s', 300, 600), 'shift', 1],
      ['identity-checked', done, 'teller', 1],
      ['service-seconds', upTo('s', 300, 480), 'teller', 1],
      ['cash-differences', upTo('count', 0, 0), 'shift', 2],
    ],
    advice: [
      ['appointment-delay-minutes', upTo('min', 5, 10), 'adviser', 1],
      ['needs-asked', done, 'adviser', 2],
      ['costs-explained', done, 'adviser', 2],
      ['no-second-visit-share', from('%', 90, 80), 'adviser', 2],
    ],
    'account-opening': [
      ['minutes', upTo('min', 30, 45), 'adviser', 2],
      ['usable-at-once-share', from('%', 95, 85), 'office', 3],
    ],
    cards: [['block-seconds', upTo('s', 120, 300), 'hotline', 1]],
    machines: [
      ['available-share', from('%', 99, 97), 'shift', 2],
      ['repair-hours', upTo('h', 4, 8), 'office', 3],
    ],
    hotline: [
      ['answer-seconds', upTo('s', 20, 40), 'hotline', 1],
      ['solved-first-call-share', from('%', 80, 70), 'hotline', 2],
    ],
    requests: [
      ['hours-to-answer', upTo('h', 24, 48), 'manager', 2],
      ['hours-to-resolve', upTo('h', 120, 360), 'manager', 3],
    ],
  },
  csi: { competence: 3, clarity: 3, waiting: 2, privacy: 2, staff: 1 },
  checklists: {
    'bank-opening': [
      'opened-on-time',
      'entrance-step-free',
      'machines-working',
      'machines-untampered',
      'ticket-printer',
      'desks-staffed',
      'rates-shown',
      'papers-put-away',
      'screens-turned',
      'cash-counted',
      'alarm-tested',
      'counter-unobstructed',
    ],
    'bank-mystery-visit': [
      'greeted',
      'right-desk',
      'wait-within-target',
      'identity-checked',
      'needs-asked',
      'costs-explained',
      'risks-explained',
      'nothing-pushed',
      'papers-explained',
      'conversation-private',
      'next-step-agreed',
      'hall-clean',
    ],
  },
};
