import type { Sql } from '../../db/sql/port.ts';
import { addDays } from '../../db/time/businessDate.ts';
import { dayMs } from '../../db/time/calendar.ts';
import { localParts } from '../../db/time/zone.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { SurveyQuestion } from '../../db/vocabulary/survey.ts';
import { markAction, saveAction } from '../../db/writes/correctiveActions.ts';
import { saveSurveyPage } from '../../db/writes/surveyPages.ts';

const scope = systemScope('demo');

/** What was agreed upon after checks: when, until when, and when it was done, all in days from the loading day. */
const agreed = [
  {
    storeId: 'tverskaya',
    item: 'fitting-rooms-empty',
    what: 'One assistant an hour clears the fitting rooms; the list hangs beside the mirror.',
    role: 'floor manager',
    madeDaysAgo: 16,
    dueIn: -4,
    doneDaysAgo: null,
  },
  {
    storeId: 'tverskaya',
    item: 'plan-of-the-shift',
    what: 'Write into the plan of the shift who opens the second till at the third waiting customer.',
    role: 'shift manager',
    madeDaysAgo: 9,
    dueIn: 5,
    doneDaysAgo: null,
  },
  {
    storeId: 'arbat',
    item: 'price-tags',
    what: 'Check the price tags of a promotion on the evening before it begins.',
    role: 'store manager',
    madeDaysAgo: 20,
    dueIn: -8,
    doneDaysAgo: 9,
  },
  {
    storeId: 'hamburg',
    item: 'counter-unobstructed',
    what: 'Move the rack by the door a metre inwards and mark its place on the floor.',
    role: 'store manager',
    madeDaysAgo: 6,
    dueIn: 8,
    doneDaysAgo: null,
  },
] as const;

const questions: readonly SurveyQuestion[] = [
  { survey: 'nps', criterion: null, text: null },
  { survey: 'csat', criterion: null, text: null },
  { survey: 'csi', criterion: 'staff', text: null },
  { survey: 'csi', criterion: 'waiting', text: null },
];

interface Loaded {
  readonly settings: Settings;
  readonly now: number;
}

/** Public pages of questions in two stores, and what was agreed upon after checks. */
export async function setUpService(sql: Sql, { settings, now }: Loaded): Promise<void> {
  for (const storeId of ['sheremetyevo', 'arbat']) {
    const whenNew = { isOpen: true, locale: 'en', questions };
    await saveSurveyPage(sql, scope, { settings, storeId, change: {}, whenNew, renew: false, now });
  }
  for (const { storeId, item, what, role, madeDaysAgo, dueIn, doneDaysAgo } of agreed) {
    const today = localParts(settings.stores.get(storeId)?.timezone ?? 'UTC', now).date;
    const basics = { id: `demo-action-${storeId}-${item}`, checkId: null, standard: 'shop-opening', item };
    const action = { ...basics, what, role, dueOn: addDays(today, dueIn) };
    await saveAction(sql, scope, { settings, storeId, action, now: now - madeDaysAgo * dayMs });
    if (doneDaysAgo === null) continue;
    await markAction(sql, scope, { settings, storeId, id: action.id, isDone: true, now: now - doneDaysAgo * dayMs });
  }
}
