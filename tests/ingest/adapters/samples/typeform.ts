import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'typeform/form_response-nps-excerpt.json',
    understood: [{ kind: 'survey', survey: 'nps', score: 6, at: Date.parse('2023-10-06T23:58:18Z') }],
  },
  { file: 'typeform/form_response-text-2019.json', understood: [], aside: ['other'] },
];
