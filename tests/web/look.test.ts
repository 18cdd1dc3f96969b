import { describe, expect, it } from 'vitest';
import { attentionAnswer } from '../../server/contracts/attention.ts';
import type { BranchAttention } from '../../server/kpi/day/schema.ts';
import { lookLines } from '../../web/branches/look.ts';
import { Formats } from '../../web/format/formats.ts';

const words = { formats: new Formats('en'), search: { period: 'week' }, today: '2026-03-14' };

function linesOf(...attention: BranchAttention[]): ReturnType<typeof lookLines> {
  const stores = [{ store: 'dvor', name: 'Gostiny Dvor', attention }];
  const answer = { from: '2026-03-08', to: '2026-03-13', looked: 3, judged: 3, stores };
  return lookLines(attentionAnswer.parse(answer), words);
}

const silent: BranchAttention = {
  ...{ code: 'outage', cause: 'silent', step: 'entries', device: 'door', name: 'Main door' },
  ...{ since: '2026-03-14T13:05:00+03:00', until: null, coverage: 0.8 },
};
const low: BranchAttention = { code: 'belowOthers', value: 0.12, low: 0.153, rate: 0.2 };

describe('a branch that needs a look', () => {
  it('is named with its first reason alone, as its own day tells it', () => {
    expect(linesOf(silent, low)).toMatchObject([
      { store: 'dvor', name: 'Gostiny Dvor', tone: 'poor', text: 'Nothing has come from Main door since 13:05.' },
    ]);
  });

  it('leads to the page that shows the reason, of that branch and the same time', () => {
    expect(linesOf(silent)[0]).toMatchObject({ path: '/data', search: { period: 'week', store: 'dvor' } });
    const metric = 'conversionRate';
    expect(linesOf(low)[0]).toMatchObject({ path: '/trends', search: { period: 'week', store: 'dvor', metric } });
  });

  it('far below the others is told with the least that chance would leave', () => {
    expect(linesOf(low)[0]?.text).toBe(
      'Fewer of those who come in buy than at the other branches: 12.0%, where chance alone leaves at least 15.3%.',
    );
  });
});
