import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    // A mock: the buttons 4 and 7 are none of four smileys, and the second is misuse.
    file: 'happyornot/button-feedbacks.auto-generated-mock.json',
    understood: [],
    refused: [{ reason: 'schema' }],
    aside: ['other'],
  },
];
