import { describe, expect, expectTypeOf, it } from 'vitest';
import { besideSchema } from '../../server/contracts/beside.ts';
import { type QueueAnswer, queueAnswer, queueCostAnswer, queueNowAnswer } from '../../server/contracts/queue.ts';
import type { Beside } from '../../web/api-types.ts';
import type { Palette } from '../../web/charts/barLine.ts';
import { durationText } from '../../web/format/durations.ts';
import { Formats } from '../../web/format/formats.ts';
import { lengthChart, waitChart } from '../../web/queue/queueCharts.ts';
import {
  basisText,
  chosenQueue,
  commonTarget,
  type QueueAtMoment,
  queueTable,
  stepLines,
  tillAdvice,
  tillReason,
} from '../../web/queue/queueText.ts';
import { placesOf, stepSizesOf } from '../../web/queue/steps.ts';
import { isSettable, targetRows, targetSettings } from '../../web/queue/targets.ts';
import { isPeriod, rangeOf } from '../../web/selection/period.ts';
import { npsFigure, npsText, queueCard, serviceCard } from '../../web/today/beside.ts';
import { mockDate, mockNow } from './mockDay.ts';
import { mockQueueBrief, mockQueueCost, mockQueueFigures, mockQueueNow } from './mockQueue.ts';
import { startMockServer } from './mockServer.ts';
import { mockServiceBrief } from './mockServiceBrief.ts';

const formats = new Formats('en-GB');

function figuresOf(store: string, by: string): QueueAnswer {
  return mockQueueFigures(store, new URLSearchParams({ from: mockDate, to: mockDate, by }));
}

describe('how long, in words', () => {
  it.each([
    [null, '–'],
    [0, '0 s'],
    [44.6, '45 s'],
    [59.6, '1 min'],
    [200, '3 min 20 s'],
    [240, '4 min'],
    [3599.7, '1 h'],
    [7500, '2 h 5 min'],
  ])('%s seconds are %s', (seconds, text) => {
    expect(durationText(seconds, formats)).toBe(text);
  });
});

describe('a period', () => {
  it('is made of whole weeks up to a date, both ends included', () => {
    expect(rangeOf('day', '2026-03-14')).toEqual({ from: '2026-03-14', to: '2026-03-14' });
    expect(rangeOf('month', '2026-03-14')).toEqual({ from: '2026-02-15', to: '2026-03-14' });
    expect(isPeriod('constructor')).toBe(false);
  });

  it('is never read in steps longer than itself, nor in more hours than the API gives', () => {
    expect(stepSizesOf.day).toEqual(['hour', '15m']);
    expect(stepSizesOf.year).not.toContain('hour');
  });
});

describe('steps of a queue', () => {
  const axis = { isOneDay: true, formats, now: new Date(mockNow) } as const;

  it('that lie ahead are no gaps, and gaps are not zero', () => {
    const places = placesOf(figuresOf('arbat', 'hour').series ?? [], { by: 'hour', ...axis });
    expect(places.map(({ state }) => state).slice(0, 4)).toEqual(['shown', 'shown', 'gap', 'shown']);
    expect(places.at(-1)?.state).toBe('ahead');
    const gap = places[2];
    expect(gap && stepLines(gap, formats)).toEqual(['No data']);
  });

  it('are named by the store’s own clock', () => {
    const series = figuresOf('arbat', 'hour').series ?? [];
    expect(placesOf(series, { by: 'hour', ...axis })[0]?.label).toBe('10:00');
    expect(placesOf(series, { by: 'hour', ...axis, isOneDay: false })[0]?.label).toBe('Sat 14 Mar, 10:00');
    expect(placesOf(series, { by: 'month', ...axis })[0]?.label).toBe('Mar 2026');
  });

  it('have a column for what is known, and none for what nobody measures', () => {
    const lengths = queueTable([figuresOf('dvor', 'day').total], formats, false);
    expect(lengths.columns).toEqual(['Waiting, average', 'Waiting, most', 'Mean wait, estimated']);
    expect(lengths.rows).toEqual([['3.8', '9', '2 min']]);
  });
});

describe('charts of a queue', () => {
  const palette: Palette = {
    ...{
      entries: 'e',
      entriesSoft: 's',
      purchases: 'p',
      ghost: 'g',
      ghostLine: 'G',
      interval: 'i',
      line: 'l',
      lineStrong: 'L',
    },
    ...{ ink: 'k', inkSoft: 'K', card: 'c', font: 'f', poor: 'r', note: 'n', holiday: 'd', estimate: 'h' },
  };
  const inputOf = (store: string) => {
    const axis = { by: 'hour', isOneDay: true, formats, now: new Date(mockNow) } as const;
    const places = placesOf(figuresOf(store, 'hour').series ?? [], axis);
    return { palette, formats, places, isJoined: true, tooltip: () => [] };
  };

  it('leave a gap empty and hatch it, and draw the target as a line', () => {
    const { data, options } = waitChart(inputOf('arbat'), 180);
    const [mean, , target, spread] = data.datasets;
    expect(mean?.data.slice(0, 4)).toEqual([82, 112, null, 196]);
    expect(spread?.data[2]).toBeNull();
    expect(new Set(target?.data)).toEqual(new Set([180]));
    expect(options.plugins).toMatchObject({ gaps: { places: [2], count: 12 } });
  });

  it('draw nothing ahead of now, even where the last length holds on', () => {
    const input = inputOf('dvor');
    const [last] = input.places.slice(-1);
    const held = last && { ...last, kpis: { ...last.kpis, averageLength: 0, maxLength: 0 } };
    const { data } = lengthChart({ ...input, places: [...input.places.slice(0, -1), ...(held ? [held] : [])] });
    expect(held?.state).toBe('ahead');
    expect(data.datasets.map((dataset) => dataset.data.at(-1))).toEqual([null, null]);
  });

  it('no line where queues have several targets', () => {
    expect(waitChart(inputOf('arbat'), null).data.datasets).toHaveLength(3);
  });
});

describe('which queue is shown', () => {
  it('is the one that was chosen, or the only one, else all together', () => {
    expect(chosenQueue(figuresOf('arbat', 'day'), null)).toBeNull();
    expect(chosenQueue(figuresOf('arbat', 'day'), 'tills')?.name).toBe('Tills');
    expect(chosenQueue(figuresOf('dvor', 'day'), null)?.name).toBe('Tills');
  });

  it('has a common target only where all queues have the same', () => {
    expect(commonTarget(figuresOf('arbat', 'day').queues)).toBeNull();
    expect(commonTarget(figuresOf('dvor', 'day').queues)).toBe(180);
  });
});

describe('what to do about the tills', () => {
  const [queue] = mockQueueNow('arbat').queues;
  const advice = (openTills: number | null): string | null =>
    queue ? tillAdvice({ ...queue, openTills }, formats) : '';

  it('is to open what is missing now, then what will be missing, else nothing', () => {
    expect(advice(1)).toBe('Open 2 more tills now.');
    expect(advice(2)).toBe('Open one more till now.');
    expect(advice(3)).toBe('One more till will be needed within 30 minutes.');
    expect(advice(4)).toBe('The open tills keep the target.');
  });

  it('is not said where nobody knows how many are open', () => {
    expect(advice(null)).toBeNull();
    expect(reason({ openTills: null })).toBeNull();
  });

  type Changes = Partial<Pick<QueueAtMoment, 'openTills' | 'openFrom' | 'length' | 'light'>>;
  const reason = (changes: Changes, needs: Partial<QueueAtMoment['needed']> = {}): string | null =>
    queue ? tillReason({ ...queue, ...changes, needed: { ...queue.needed, ...needs } }, formats) : '';

  it('says why: the line that stands, or who comes and what the open tills keep', () => {
    expect(reason({})).toBe('6 people wait already.');
    expect(reason({ length: 1, light: 'red' })).toBe('1 person waits already.');
    const quiet = { length: 0, light: 'green' } as const;
    expect(reason(quiet)).toBe('Nobody waits now, but with 74 people an hour 2 tills keep only 74% within the target.');
    expect(reason({ ...quiet, openTills: 1 }, { openServiceLevel: 0.7999 })).toBe(
      'Nobody waits now, but with 74 people an hour one till keeps only 79% within the target.',
    );
    expect(reason({ ...quiet, openTills: 1 }, { openServiceLevel: 0 })).toBe(
      'Nobody waits now, but with 74 people an hour more come than one till can serve.',
    );
    expect(reason({ ...quiet, length: 2 })).toMatch(/^Only 2 people wait now, but with 74 people an hour 2 tills keep/);
  });

  it('says what is expected where tills will be missing, and nothing where none are', () => {
    expect(reason({ openTills: 3 })).toBe('About 96 people an hour are expected by then.');
    expect(reason({ openTills: 4 })).toBeNull();
  });

  it('never gives people who do not come as the reason', () => {
    if (queue === undefined) throw new Error('the stand-in has a queue');
    const nobody = { now: { ...queue.needed.now, arrivalsPerHour: 0 } };
    expect(reason({}, nobody)).toBe('6 people wait already.');
    expect(reason({ length: 0, light: 'green', openTills: 0 }, nobody)).toBe('No till is open.');
    expect(reason({ length: 0, light: 'green', openTills: 0, openFrom: 'receipts' }, nobody)).toMatch(
      /^No till has sold/,
    );
    const basis = basisText({ ...queue, needed: { ...queue.needed, ...nobody } }, formats);
    expect(basis).toBe('One person takes 1 min 2 s, measured over 1,840 people.');
  });
});

describe('beside the funnel', () => {
  const card = (store: string, isToday: boolean) =>
    queueCard({ brief: mockQueueBrief(store), now: mockQueueNow(store), isToday }, formats);

  it('stand how many wait and how the day was', () => {
    const { badge, said, rows } = card('arbat', true);
    expect(said).toBe('Tills: open 1 more till now.');
    expect(badge).toEqual({ tone: 'fair', text: 'Longer than the target' });
    expect(rows.slice(0, 3).map(({ value }) => value)).toEqual(['6, for about 3 min 6 s', '2 (3 needed)', '3 min 4 s']);
  });

  it('a day that is over says nothing of now, and what was not measured has no row', () => {
    expect(card('arbat', false)).toMatchObject({ badge: null, said: null });
    expect(card('dvor', false).rows.map(({ name }) => name)).toEqual(['queueLength']);
    expect(card('mall', false).nothing).toBe('Nothing was reported of the queue on this day.');
  });

  it('stands the service with its shares in words, and an NPS with its answers', () => {
    const { said, badge, rows } = serviceCard(mockServiceBrief('arbat'), true, formats);
    expect(said).toBe('By the standards: green 70%, yellow 18%, red 12%.');
    expect(badge).toEqual({ tone: 'poor', text: 'Act' });
    expect(rows.slice(0, 3).map(({ value, note }) => [value, note])).toEqual([
      ['42.1', '20.6 to 59.4, 57 answers'],
      ['86.1%', '61 answers'],
      ['too few answers', '4 answers'],
    ]);
    expect(npsText(-12.5, formats)).toBe('−12.5');
  });

  it('an NPS of fewer than five answers is none yet', () => {
    const figure = (npsAnswers: number) =>
      npsFigure({ nps: 100, npsInterval: [-20, 100], npsAnswers }, (count) => `${count} answers`, formats);
    expect(figure(4)).toEqual({ value: 'too few answers', note: '4 answers' });
    expect(figure(5)).toEqual({ value: '100', note: '−20 to 100, 5 answers' });
    expect(npsFigure({ nps: null, npsInterval: null, npsAnswers: 0 }, String, formats)).toBeNull();
  });
});

describe('targets', () => {
  it('are sent as the provision file has them, and refused where they make no sense', () => {
    const { queues } = figuresOf('arbat', 'day');
    const rows = targetRows(queues);
    expect(targetSettings(rows)).toEqual([{ id: 'tills', name: 'Tills', targetSeconds: 180, targetShare: 0.8 }]);
    expect(queues.filter(isSettable).map(({ name }) => name)).toEqual(['Tills']);
    expect(targetSettings(rows.map((row) => ({ ...row, share: '100' })))).toBeNull();
    expect(targetSettings(rows.map((row) => ({ ...row, seconds: '2.5' })))).toBeNull();
  });
});

describe('what the page of queues expects of the API', () => {
  it('is what the stand-in server answers', async () => {
    const mock = await startMockServer({ isSetUp: true, isSignedIn: true });
    const get = async (path: string): Promise<unknown> => (await fetch(`${mock.url}/api/v1/stores/${path}`)).json();
    for (const store of ['arbat', 'dvor', 'fresh']) {
      const figures = await get(`${store}/queue?from=${mockDate}&to=${mockDate}&by=hour`);
      expect(queueAnswer.safeParse(figures).error).toBeUndefined();
      expect(queueNowAnswer.safeParse(await get(`${store}/queue/now`)).error).toBeUndefined();
      expect(queueCostAnswer.safeParse(mockQueueCost(store, new URLSearchParams())).error).toBeUndefined();
      expect(besideSchema.safeParse(await get(`${store}/today`)).error).toBeUndefined();
    }
    expectTypeOf<ReturnType<typeof besideSchema.parse>>().toExtend<Beside>();
    await mock.close();
  });
});
