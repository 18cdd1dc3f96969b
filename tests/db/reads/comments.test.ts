import { expect, it } from 'vitest';
import { readComments } from '../../../db/reads/comments.ts';
import { regional, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, hour } from '../rollup/shop.ts';
import { answered, sendService } from './serviceFacts.ts';
import { later, setUp } from './shopDatabase.ts';

const storeId = 'arbat';
const [fromAt, toAt] = [at('10:00'), at('11:00')];

describeOnBothDialects('what customers wrote', (open) => {
  it('is read with the newest first, in the period alone, and without answers that say nothing', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const said = (id: string, when: number, comment: string | null) => ({ ...answered(id, when, 3), comment });
    await sendService(
      sql,
      { settings, storeId, now: later },
      {
        answers: [
          said('before', fromAt - 1, 'too early'),
          said('first', fromAt, 'first'),
          said('mute', fromAt + 1, null),
          said('empty', fromAt + 2, ''),
          { ...said('last', toAt - 1, 'last'), survey: 'csi', criterion: 'speed', stage: 'after' },
          said('after', toAt, 'too late'),
        ],
      },
    );
    expect(await readComments(sql, viewer, { settings, storeId, fromAt, toAt })).toEqual({
      comments: [
        { at: toAt - 1, survey: 'csi', score: 3, criterion: 'speed', stage: 'after', comment: 'last' },
        { at: fromAt, survey: 'nps', score: 3, criterion: null, stage: null, comment: 'first' },
      ],
      more: false,
    });
  });

  it('is cut at two hundred, and says so', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const answers = Array.from({ length: 201 }, (_, n) => ({ ...answered(`a${n}`, fromAt + n, 9), comment: `${n}` }));
    await sendService(sql, { settings, storeId, now: later }, { answers });
    const ask = { settings, storeId, fromAt, toAt: fromAt + hour };
    const { comments, more } = await readComments(sql, viewer, ask);
    expect([comments.length, comments[0]?.comment, comments.at(-1)?.comment, more]).toEqual([200, '200', '1', true]);
    expect(await readComments(sql, viewer, { ...ask, toAt: fromAt + 200 })).toMatchObject({ more: false });
  });

  it('is only for those who see the store', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const asked = readComments(sql, regional, { settings, storeId, fromAt, toAt });
    await expect(asked).rejects.toMatchObject({ code: 'not_found' });
  });
});
