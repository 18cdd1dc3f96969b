import { readServiceDays, readServiceSums } from '../../db/reads/serviceDays.ts';
import { readChecks, readRequests, readServiceStanding } from '../../db/reads/serviceStanding.ts';
import { addedTallies, type ServiceTally } from '../../db/rollup/serviceTally.ts';
import { standardsOf } from '../../db/rollup/zones.ts';
import type { Sql } from '../../db/sql/port.ts';
import { endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Settings, Standard, Store } from '../../db/vocabulary/place.ts';
import type { Language } from '../../db/vocabulary/preferences.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { ServiceAnswer, ServiceQuery } from '../contracts/service.ts';
import { checksOf } from '../kpi/service/checks.ts';
import { lightOfAll, pictureOf } from '../kpi/service/picture.ts';
import { planOf, worstOf } from '../kpi/service/plan.ts';
import { requestsOf } from '../kpi/service/requests.ts';
import type { ServiceBrief } from '../kpi/service/schema.ts';
import { serviceSeriesOf } from '../kpi/service/series.ts';
import { csatOf, csiOf, npsOf, voiceOf } from '../kpi/service/voice.ts';
import { sortedIn, zonesOf } from '../kpi/service/zones.ts';
import { planTexts } from './words/planText.ts';

export interface ServiceQuestion {
  readonly settings: Settings;
  readonly store: Store;
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly by?: ServiceQuery['by'];
  /** Of what to plan. */
  readonly language: Language;
}

/** Service of a store over a period: the traffic light, the customers' voice, requests and standards checks. Not cut by the window. */
export async function serviceOf(sql: Sql, scope: Scope, question: ServiceQuestion): Promise<ServiceAnswer> {
  const { settings, store, from, to, by = 'none' } = question;
  const { standards, checklists } = settings;
  const days = await readServiceDays(sql, scope, { settings, storeId: store.id, from, to });
  const period = { fromAt: startOfDate(store, from), toAt: endOfDate(store, to) };
  const requests = await readRequests(sql, scope, { settings, storeId: store.id, ...period });
  const checks = await readChecks(sql, scope, { settings, storeId: store.id, ...period });
  const { zones, light, processes } = pictureOf({ days, standards, from, to });
  const voice = voiceOf(addedTallies([...days.values()].flat()), standards);
  return {
    ...{ store: store.id, timezone: store.timezone, from, to },
    ...{ zones, light, processes },
    worst: worstOf(processes),
    plan: planTexts(planOf(processes), question.language),
    nps: voice.nps.all.nps,
    csat: voice.csat.all.csat,
    csi: voice.csi.all.csi,
    voice,
    requests: requestsOf(requests, { period, standardOf: standardsOf(standards) }),
    standards: checksOf(checks, { checklists, formatAt: (at) => formatInstant(store.timezone, at) }),
    ...(by === 'none' ? {} : { series: serviceSeriesOf({ days, standards, from, to }, by) }),
  };
}

export interface BriefsQuestion {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
}

export interface ServiceBriefs {
  /** Of all stores together; null: service was never measured in any. */
  readonly total: ServiceBrief | null;
  /** Stores in which it was never measured are left out. */
  readonly byStore: ReadonlyMap<string, ServiceBrief>;
}

/** What stands beside the funnels of stores: sums over stores are of observations, answers and items, never of figures. */
export async function readServiceBriefs(sql: Sql, scope: Scope, question: BriefsQuestion): Promise<ServiceBriefs> {
  const { settings } = question;
  const standing = await readServiceStanding(sql, scope, question);
  if (standing.size === 0) return { total: null, byStore: new Map() };
  const sums = await readServiceSums(sql, scope, { ...question, storeIds: [...standing.keys()] });
  const brief = (tallies: readonly ServiceTally[], openRequests: number): ServiceBrief =>
    briefOf(tallies, { openRequests, standards: settings.standards });
  const open = [...standing.values()].reduce((sum, { openRequests }) => sum + openRequests, 0);
  return {
    total: brief(addedTallies([...sums.values()].flat()), open),
    byStore: new Map([...standing].map(([id, { openRequests }]) => [id, brief(sums.get(id) ?? [], openRequests)])),
  };
}

interface BriefParts {
  readonly openRequests: number;
  readonly standards: readonly Standard[];
}

function briefOf(tallies: readonly ServiceTally[], { openRequests, standards }: BriefParts): ServiceBrief {
  const of = (kind: ServiceTally['kind']): ServiceTally[] => tallies.filter((one) => one.kind === kind);
  const zones = zonesOf(of('observation'));
  const { nps, interval: npsInterval, answers: npsAnswers } = npsOf(of('nps'));
  const { csat, answers: csatAnswers } = csatOf(of('csat'));
  const { csi, answers: csiAnswers } = csiOf(of('csi'), standards);
  const [passed, failed] = [sumOf(of('check'), 'good'), sumOf(of('check'), 'bad')];
  return {
    zones: sortedIn(zones) === 0 ? null : zones,
    light: lightOfAll(tallies),
    ...{ nps, npsInterval, npsAnswers },
    ...{ csat, csatAnswers, csi, csiAnswers },
    openRequests,
    passedShare: passed + failed === 0 ? null : passed / (passed + failed),
  };
}

function sumOf(tallies: readonly ServiceTally[], field: 'good' | 'bad'): number {
  return tallies.reduce((sum, one) => sum + one[field], 0);
}
