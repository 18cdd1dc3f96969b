import { expect, it } from 'vitest';
import { readAudit } from '../../../db/reads/audit.ts';
import { readHandChecks } from '../../../db/reads/handChecks.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { CorrectiveAction } from '../../../db/vocabulary/correction.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { markAction, saveAction } from '../../../db/writes/correctiveActions.ts';
import { type NewObservations, saveObservations } from '../../../db/writes/observations.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { removeChecklist, removeStandard } from '../../../db/writes/standards.ts';
import { type NewCheck, saveCheck } from '../../../db/writes/standardsChecks.ts';
import { manager, owner, regional, smallChain, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { makeAllDays, monday, sent, setUp as setUpShop } from '../reads/shopDatabase.ts';
import { at, interval } from '../rollup/shop.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-10T12:00:00Z');
const storeId = 'arbat';
const one = { id: 'observed-1', at: now - 26 * hour, process: 'hotline', criterion: 'answer-seconds', value: 42 };
const checklist = { id: 'opening', name: 'Opening', items: [{ id: 'lights', text: 'All lights work' }] };

async function setUp(sql: Sql): Promise<Settings> {
  await applySettings(sql, owner, { ...smallChain(), checklists: [checklist] });
  return loadSettings(sql, owner);
}

const observing = (settings: Settings, more: Partial<NewObservations> = {}): NewObservations => ({
  settings,
  storeId,
  observations: [one],
  sentAt: null,
  now,
  ...more,
});
const action: CorrectiveAction = {
  id: 'action-1',
  checkId: 'checked-1',
  standard: 'opening',
  item: 'lights',
  what: 'New bulbs above the till',
  role: 'shift manager',
  dueOn: '2026-03-12',
};
const checking = (settings: Settings, more: Partial<NewCheck> = {}): NewCheck => ({
  settings,
  storeId,
  check: { id: 'checked-1', at: now - hour, standard: 'opening', items: [{ item: 'lights', passed: false }] },
  actions: [action],
  sentAt: null,
  now,
  ...more,
});
const stale = (sql: Sql) => sql.all('select store_id as store, date from stale_days order by date');
const subjects = async (sql: Sql) => (await readAudit(sql, owner, {})).lines.map((line) => line.subject);

describeOnBothDialects('observations by hand', (open) => {
  it('are kept once, however often they are sent, and the date that is over is worked out anew', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const today = { ...one, id: 'observed-2', at: now - 60_000 };
    expect(await saveObservations(sql, manager, observing(settings))).toEqual({ kept: 1, known: 0 });
    expect(await stale(sql)).toEqual([{ store: storeId, date: '2026-03-09' }]);
    await sql.run('delete from stale_days');
    const again = observing(settings, { observations: [one, today, today] });
    expect(await saveObservations(sql, manager, again)).toEqual({ kept: 1, known: 2 });
    expect(await stale(sql)).toEqual([]);
    expect((await sql.all('select id from observations')).length).toBe(2);
    expect((await subjects(sql)).filter((subject) => subject === 'observations by hand of store arbat').length).toBe(2);
  });

  it('are moved where the phone’s clock is wrong, and refused where they lie in the future or before all shops', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const ahead = { ...one, at: now + 2 * hour };
    await saveObservations(sql, manager, observing(settings, { observations: [ahead], sentAt: now + 3 * hour }));
    expect(await sql.all('select at from observations')).toEqual([{ at: now - hour }]);
    const late = observing(settings, { observations: [{ ...ahead, id: 'observed-9' }] });
    await expect(saveObservations(sql, manager, late)).rejects.toMatchObject({ code: 'invalid' });
    const early = observing(settings, { observations: [{ ...one, at: Date.parse('0001-01-01T00:00:00Z') }] });
    await expect(saveObservations(sql, manager, early)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are refused whole where an id has another value', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await saveObservations(sql, manager, observing(settings));
    const other = observing(settings, {
      observations: [
        { ...one, id: 'observed-3' },
        { ...one, value: 43 },
      ],
    });
    await expect(saveObservations(sql, manager, other)).rejects.toMatchObject({ code: 'conflict' });
    expect((await sql.all('select id from observations')).length).toBe(1);
  });

  it('are for those who answer for the store', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await expect(saveObservations(sql, viewer, observing(settings))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(saveObservations(sql, regional, observing(settings))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describeOnBothDialects('checks and what was agreed upon', (open) => {
  it('are kept once with their actions, and read with the latest first', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    expect(await saveCheck(sql, manager, checking(settings))).toEqual({ id: 'checked-1', isNew: true });
    // The phone heard no answer; its clock was set meanwhile.
    expect(await saveCheck(sql, manager, checking(settings, { sentAt: now - hour }))).toMatchObject({ isNew: false });
    const later = { ...checking(settings).check, id: 'checked-2', at: now };
    await saveCheck(sql, manager, checking(settings, { check: later, actions: [] }));
    const { checks, actions } = await readHandChecks(sql, viewer, { settings, storeId });
    expect(checks.map(({ id }) => id)).toEqual(['checked-2', 'checked-1']);
    expect(actions).toEqual([{ ...action, madeAt: now, doneAt: null }]);
    const other = checking(settings, { check: { ...later, items: [{ item: 'lights', passed: true }] } });
    await expect(saveCheck(sql, manager, other)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are kept days late too: a phone without a network agreed upon them in time, and may not hear the answer', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const late = checking(settings, { now: now + 96 * hour });
    expect(await saveCheck(sql, manager, late)).toMatchObject({ isNew: true });
    expect(await saveCheck(sql, manager, late)).toMatchObject({ isNew: false });
    const alone = { settings, storeId, action: { ...action, id: 'alone' }, now };
    expect(await saveAction(sql, manager, alone)).toMatchObject({ isNew: true });
    expect(await saveAction(sql, manager, { ...alone, now: now + 96 * hour })).toMatchObject({ isNew: false });
    const passed = { ...alone, action: { ...action, id: 'passed', dueOn: '2026-03-09' } };
    await expect(saveAction(sql, manager, passed)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('say whether it was done, and when; open ones come first by their date', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    for (const [id, dueOn] of Object.entries({ second: '2026-03-20', first: '2026-03-11', done: '2026-03-10' }))
      await saveAction(sql, manager, { settings, storeId, action: { ...action, id, checkId: null, dueOn }, now });
    const done = { settings, storeId, id: 'done', isDone: true, now: now + 5 };
    await markAction(sql, manager, done);
    await markAction(sql, manager, { ...done, now: now + 99 });
    const read = async () => (await readHandChecks(sql, viewer, { settings, storeId })).actions;
    expect((await read()).map(({ id, doneAt }) => [id, doneAt])).toEqual([
      ['first', null],
      ['second', null],
      ['done', now + 5],
    ]);
    await markAction(sql, manager, { ...done, isDone: false });
    expect((await read())[0]).toMatchObject({ id: 'done', doneAt: null });
    await expect(markAction(sql, manager, { ...done, id: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(markAction(sql, viewer, done)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('an action’s id is its own in every store', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await saveAction(sql, owner, { settings, storeId, action, now });
    await expect(saveAction(sql, owner, { settings, storeId: 'sochi', action, now })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(
      markAction(sql, owner, { settings, storeId: 'sochi', id: action.id, isDone: true, now }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describeOnBothDialects('a standard or checklist that is taken away', (open) => {
  it('is gone from the settings of every process, and the days that were sorted by it are made anew', async () => {
    const sql = await open();
    const before = await setUpShop(sql);
    await applySettings(sql, owner, { standards: smallChain().standards, checklists: [checklist] });
    const counted = [interval(at('10:00', monday), at('10:15', monday), { in: 3 })];
    await sent(sql, before, { storeId, counts: { 'door-arbat': counted } });
    await makeAllDays(sql, before);
    const { version } = await loadSettings(sql, owner);
    expect(await stale(sql)).toEqual([]);
    await removeStandard(sql, owner, { process: 'hotline', criterion: 'answer-seconds' });
    await removeChecklist(sql, owner, { id: 'opening' });
    const settings = await loadSettings(sql, owner);
    expect(settings).toMatchObject({ standards: [], checklists: [] });
    expect(settings.version).toBeGreaterThan(version);
    expect(await stale(sql)).toContainEqual({ store: 'arbat', date: monday });
    expect(await subjects(sql)).toEqual(
      expect.arrayContaining(['standard hotline/answer-seconds', 'checklist opening']),
    );
    await expect(removeChecklist(sql, owner, { id: 'opening' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is so by an owner alone', async () => {
    const sql = await open();
    await setUp(sql);
    for (const scope of [regional, manager, viewer]) {
      await expect(removeChecklist(sql, scope, { id: 'opening' })).rejects.toMatchObject({ code: 'forbidden' });
      const standard = { process: 'hotline', criterion: 'answer-seconds' };
      await expect(removeStandard(sql, scope, standard)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
