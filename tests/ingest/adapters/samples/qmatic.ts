import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  { file: 'qmatic/orchestra-event-user_session_start.json', understood: [], aside: ['other'] },
];
