import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, bearer, type Chain, call, newToken, put, startChain } from '../chain.ts';

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
  await put(chain, '/api/v1/organisation', { name: 'Ромашка', currency: 'RUB', locale: 'ru-RU' });
  await put(chain, '/api/v1/stores/arbat', { name: 'Арбат', timezone: 'Europe/Moscow' });
});
afterAll(() => chain?.stop());

function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const init = { method, headers: bearer(chain.token), ...(body === undefined ? {} : { body }) };
  return call(chain.server, `/api/v1${path}`, init);
}
const standards = async () => (await ask('GET', '/standards')).body;

describe('standards over the API', () => {
  it('begin with templates in the organisation’s language, or the one that is asked for', async () => {
    const answer = await standards();
    expect(answer).toMatchObject({ standards: [], checklists: [] });
    expect(answer.templates.map(({ name }: { name: string }) => name)).toEqual([
      'Магазин',
      'Кафе',
      'Аптека',
      'Отделение банка',
    ]);
    const persian = await ask('GET', '/standards?locale=fa');
    expect(persian.body.templates[0]).toMatchObject({ id: 'shop', name: 'فروشگاه' });
    expect((await ask('GET', '/standards?locale=xx')).status).toBe(400);
  });

  it('are added by a template once; what somebody changed afterwards stays', async () => {
    const body = { template: 'cafe', locale: 'ru' };
    const added = await ask('POST', '/standards/template', body);
    expect(added.body.changes).toContain('standard ordering/queue-seconds: added');
    expect(added.body.changes).toContain('checklist cafe-opening: added');
    const mine = { process: 'ordering', criterion: 'queue-seconds', green: 120, yellow: 240 };
    const changed = await ask('PUT', '/standards', { standards: [mine] });
    expect(changed.body.changes).toEqual(['standard ordering/queue-seconds: green 180 → 120, yellow 300 → 240']);
    expect((await ask('POST', '/standards/template', body)).body.changes).toEqual([]);
    const [first] = (await standards()).standards;
    expect(first).toMatchObject({ ...mine, processName: 'Заказ у стойки', step: 'Очередь', unit: 's', level: 1 });
    const again = await ask('POST', '/standards/template', { ...body, overwrite: true });
    expect(again.body.changes).toEqual(['standard ordering/queue-seconds: green 120 → 180, yellow 240 → 300']);
  });

  it('are read and written back as they are', async () => {
    const { standards: list, checklists } = await standards();
    expect((await ask('PUT', '/standards', { standards: list, checklists })).body.changes).toEqual([]);
  });

  it('lose a word where null is written', async () => {
    const nulled = { process: 'ordering', criterion: 'queue-seconds', green: 180, yellow: 300, owner: null };
    const changed = await ask('PUT', '/standards', { standards: [nulled] });
    expect(changed.body.changes).toEqual(['standard ordering/queue-seconds: owner старший смены → none']);
  });

  it('say what is wrong', async () => {
    const wrong = async (body: unknown) => {
      const { status, body: told } = await ask('PUT', '/standards', body);
      return [status, told.detail];
    };
    const one = { process: 'a', criterion: 'b', green: 60, yellow: 30 };
    expect(await wrong({ standards: [one] })).toEqual([
      400,
      'standard a/b: green must not be above yellow where lower is better',
    ]);
    expect(
      await wrong({
        standards: [
          { ...one, lowerIsBetter: false },
          { ...one, lowerIsBetter: false },
        ],
      }),
    ).toEqual([400, 'standard a/b: it is there twice: name it once']);
    expect(await wrong({ checklists: [{ id: 'empty' }] })).toEqual([
      400,
      'checklist empty: it needs at least one item',
    ]);
    expect((await wrong({ standards: [{ ...one, level: 4 }] }))[1]).toContain('must be 1, 2 or 3');
    expect((await wrong({ standard: [] }))[1]).toContain('did you mean "standards"?');
    const template = await ask('POST', '/standards/template', { template: 'garage', locale: 'en' });
    expect(template.body.errors[0].detail).toBe('must be one of shop, cafe, pharmacy, bank');
  });

  it('are taken away by their names, whatever signs these have', async () => {
    const odd = { process: 'Возврат / обмен', criterion: '50% & more?', green: 1, yellow: 2 };
    await put(chain, '/api/v1/standards', { standards: [odd] });
    const path = `/standards/${encodeURIComponent(odd.process)}/${encodeURIComponent(odd.criterion)}`;
    expect((await ask('DELETE', path)).body).toEqual({ process: odd.process, criterion: odd.criterion });
    expect((await ask('DELETE', path)).status).toBe(404);
    expect((await ask('DELETE', '/checklists/cafe-opening')).status).toBe(200);
    const { standards: left, checklists } = await standards();
    expect(left).not.toContainEqual(expect.objectContaining({ process: odd.process }));
    expect(checklists.map(({ id }: { id: string }) => id)).toEqual(['cafe-mystery-visit']);
  });
});

describe('forms on a phone', () => {
  const at = '2026-03-09T10:00:00Z';
  const check = {
    id: 'check-made-on-a-phone',
    at,
    standard: 'cafe-mystery-visit',
    items: [
      { item: 'greeted', passed: true },
      { item: 'table-clean', passed: false },
    ],
  };

  it('keep a check once with its actions, shown with their words', async () => {
    const actions = [
      { id: 'action-made-on-a-phone', item: 'table-clean', what: 'Протирать', role: 'официант', dueOn: '2026-03-12' },
    ];
    const send = () => ask('POST', '/stores/arbat/checks', { ...check, actions });
    expect((await send()).body).toEqual({ id: check.id, isNew: true });
    expect((await send()).body).toEqual({ id: check.id, isNew: false });
    const { body } = await ask('GET', '/stores/arbat/checks');
    expect(body.checks).toMatchObject([
      {
        id: check.id,
        at: '2026-03-09T13:00:00+03:00',
        name: 'Тайный гость',
        passed: 0.5,
        items: [
          { item: 'greeted', text: 'На входе со мной поздоровались', passed: true },
          { item: 'table-clean', text: 'Стол был чистым, когда я сел', passed: false },
        ],
      },
    ]);
    expect(body.actions).toMatchObject([{ id: actions[0]?.id, checkId: check.id, isLate: true, doneAt: null }]);
    expect((await ask('PUT', `/stores/arbat/actions/${actions[0]?.id}`, { done: true })).status).toBe(200);
    const done = (await ask('GET', '/stores/arbat/checks')).body.actions[0];
    expect(done).toMatchObject({ isLate: false, doneAt: expect.stringMatching(/\+03:00$/) });
  });

  it('keep a check by a checklist that is gone: the phone was without a network', async () => {
    const late = { ...check, id: 'check-of-a-former-list', standard: 'long-gone' };
    expect((await ask('POST', '/stores/arbat/checks', late)).body.isNew).toBe(true);
    const { body } = await ask('GET', '/stores/arbat/checks');
    expect(body.checks.find(({ id }: { id: string }) => id === late.id)).toMatchObject({ name: 'long-gone' });
  });

  it('say what is wrong', async () => {
    const twice = { ...check, id: 'another-check', items: [check.items[0], check.items[0]] };
    expect((await ask('POST', '/stores/arbat/checks', twice)).body.detail).toContain('answered twice');
    const other = { ...check, items: [{ item: 'greeted', passed: false }] };
    expect(await ask('POST', '/stores/arbat/checks', other)).toMatchObject({ status: 409 });
    const odd = await ask('POST', '/stores/arbat/checks', { ...check, id: 'an-odd-check', standard: 'a\0b' });
    expect(odd.body.detail).toContain('leave out NUL');
    const named = { ...check, id: 'a-third-check', employee: 'Anna' };
    expect((await ask('POST', '/stores/arbat/checks', named)).status).toBe(400);
    const observations = Array.from({ length: 501 }, (_, n) => ({
      ...{ id: `observed-${n}`, at, process: 'ordering', criterion: 'queue-seconds', value: n },
    }));
    const many = await ask('POST', '/stores/arbat/observations', { observations });
    expect(many.body.errors).toEqual([
      { path: 'observations', detail: 'has more than 500 observations: send them in parts' },
    ]);
  });

  it('keep observations once', async () => {
    const observations = [120, 240, 400].map((value, n) => ({
      ...{ id: `observed-by-hand-${n}`, at, process: 'ordering', criterion: 'queue-seconds', value },
    }));
    const send = () => ask('POST', '/stores/arbat/observations', { observations });
    expect((await send()).body).toEqual({ kept: 3, known: 0 });
    expect((await send()).body).toEqual({ kept: 0, known: 3 });
    const service = await ask('GET', '/stores/arbat/service?from=2026-03-09&to=2026-03-09');
    expect(service.body.zones).toMatchObject({ green: 1, yellow: 1, red: 1 });
  });

  it('refuse values that cannot be by the standard’s unit, and say what to write', async () => {
    const thresholds = { process: 'counter', green: 1, yellow: 1 };
    const higher = { ...thresholds, lowerIsBetter: false };
    const standards = [
      { ...thresholds, criterion: 'wait', criterionName: 'Wait', unit: 's', green: 60, yellow: 120 },
      { ...higher, criterion: 'full', unit: '%', green: 90, yellow: 80 },
      { ...higher, criterion: 'greeted', unit: 'yes/no' },
      { ...thresholds, criterion: 'left' },
      { ...thresholds, criterion: 'fridge', unit: '°C', green: 4, yellow: 6 },
      { ...thresholds, criterion: 'freezer', green: -18, yellow: -15 },
    ];
    await put(chain, '/api/v1/standards', { standards });
    const send = async (criterion: string, value: number) => {
      const id = `tried-${criterion}-${value}`.replace('.', '-');
      const observations = [{ id, at, process: 'counter', criterion, value }];
      const { status, body } = await ask('POST', '/stores/arbat/observations', { observations });
      return status === 200 ? body.kept : body.detail;
    };
    const zero = 'it is never below 0: write 0 or more, or leave it out, and send it again.';
    expect(await send('wait', -5)).toBe(`"Wait" cannot be -5: ${zero}`);
    expect(await send('left', -1)).toBe(`"left" cannot be -1: ${zero}`);
    expect(await send('full', -0.5)).toContain(zero);
    expect(await send('full', 101)).toContain('a share is never above 100 %: write 0 to 100');
    expect(await send('greeted', 0.5)).toContain('it is 1 for yes or 0 for no: write one of them');
    const possible = { wait: 0, left: 7, full: 100, greeted: 0, fridge: -1, freezer: -20, 'of-no-standard': -5 };
    for (const [criterion, value] of Object.entries(possible)) expect(await send(criterion, value)).toBe(1);
  });

  it('refuse what is due before it was agreed upon', async () => {
    const action = { id: 'action-for-yesterday', what: 'Протирать', role: 'официант', dueOn: '2020-01-01' };
    const alone = await ask('POST', '/stores/arbat/actions', action);
    expect(alone.status).toBe(400);
    expect(alone.body.detail).toMatch(/^dueOn: 2020-01-01 is over already: choose \d{4}-\d\d-\d\d or a later date/);
    const actions = [{ ...action, dueOn: '2026-03-08' }];
    const sent = await ask('POST', '/stores/arbat/checks', { ...check, id: 'check-with-a-past-date', actions });
    expect(sent.body.detail).toContain('dueOn: 2026-03-08 is over already: choose 2026-03-09 or a later date');
    const { body } = await ask('GET', '/stores/arbat/checks');
    expect(JSON.stringify(body)).not.toMatch(/check-with-a-past-date|action-for-yesterday/);
  });

  it('are not for viewers', async () => {
    const viewer = await newToken(chain, { role: 'viewer', stores: ['arbat'] });
    const init = { method: 'POST', headers: bearer(viewer.token), body: { ...check, id: 'by-a-viewer' } };
    expect((await call(chain.server, '/api/v1/stores/arbat/checks', init)).status).toBe(403);
  });
});
