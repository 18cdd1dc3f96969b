import { describe, expect, expectTypeOf, it } from 'vitest';
import { attentionAnswer } from '../../server/contracts/attention.ts';
import { type ChecksAnswer, checksAnswer } from '../../server/contracts/checks.ts';
import { type CoverageAnswer, coverageAnswer } from '../../server/contracts/coverage.ts';
import type { CompareAnswer, FunnelAnswer, TodayAnswer } from '../../server/contracts/funnel.ts';
import { compareAnswer, funnelAnswer, todayAnswer } from '../../server/contracts/funnel.ts';
import type { QuarantineAnswer } from '../../server/contracts/ingest.ts';
import { type OccupancyAnswer, occupancyAnswer } from '../../server/contracts/occupancy.ts';
import { type RestatementsAnswer, restatementsAnswer } from '../../server/contracts/restatements.ts';
import type { DevicesAnswer, StoresAnswer } from '../../server/contracts/stores.ts';
import type { ZReportsAnswer } from '../../server/contracts/zReports.ts';
import type { Compare, Funnel, QuarantinePage, Restatements, Today } from '../../web/api-types.ts';
import type { Coverage, HeldDifference, StoreCheck } from '../../web/data/dataTypes.ts';
import type { Shifts } from '../../web/data/shifts.ts';
import type { OccupancyDay } from '../../web/today/dayTypes.ts';
import { startMockServer } from './mockServer.ts';

describe('what the dashboard expects of the API', () => {
  it('is what the server’s contracts promise', () => {
    expectTypeOf<TodayAnswer>().toExtend<Today>();
    expectTypeOf<FunnelAnswer>().toExtend<Funnel>();
    expectTypeOf<CompareAnswer>().toExtend<Compare>();
    expectTypeOf<RestatementsAnswer>().toExtend<Restatements>();
    expectTypeOf<QuarantineAnswer>().toExtend<QuarantinePage>();
    expectTypeOf<ChecksAnswer['checks'][number]>().toExtend<StoreCheck>();
    expectTypeOf<OccupancyAnswer>().toExtend<OccupancyDay>();
    expectTypeOf<ZReportsAnswer>().toExtend<Shifts>();
    expectTypeOf<CoverageAnswer>().toExtend<Coverage>();
    expectTypeOf<DevicesAnswer['devices'][number]['held'][number]>().toExtend<HeldDifference>();
    expectTypeOf<StoresAnswer['stores'][number]>().toHaveProperty('measures');
    expectTypeOf<DevicesAnswer['devices'][number]>().toHaveProperty('coverage').toEqualTypeOf<number | null>();
    expect(todayAnswer.shape).toHaveProperty('usual');
  });

  it('is what the stand-in server of the browser tests answers', async () => {
    const mock = await startMockServer({ isSetUp: true, isSignedIn: true });
    const get = async (path: string): Promise<unknown> => (await fetch(`${mock.url}${path}`)).json();
    for (const store of ['arbat', 'dvor', 'mall', 'fresh']) {
      expect(todayAnswer.safeParse(await get(`/api/v1/stores/${store}/today`)).error).toBeUndefined();
    }
    const funnel = await get('/api/v1/stores/arbat/funnel?from=2026-03-13&to=2026-03-13&by=hour&compare=previous');
    expect(funnelAnswer.safeParse(funnel).error).toBeUndefined();
    expect(compareAnswer.safeParse(await get('/api/v1/compare')).error).toBeUndefined();
    expect(attentionAnswer.safeParse(await get('/api/v1/attention')).error).toBeUndefined();
    expect(coverageAnswer.safeParse(await get('/api/v1/stores/mall/coverage')).error).toBeUndefined();
    const restated = await get('/api/v1/stores/arbat/restatements?from=2026-03-13&to=2026-03-13');
    expect(restatementsAnswer.safeParse(restated).error).toBeUndefined();
    const estimated = await get('/api/v1/stores/mall/funnel?from=2026-03-14&to=2026-03-14&by=hour&estimates=true');
    expect(funnelAnswer.safeParse(estimated).error).toBeUndefined();
    for (const store of ['arbat', 'mall']) {
      expect(occupancyAnswer.partial().safeParse(await get(`/api/v1/stores/${store}/occupancy`)).error).toBeUndefined();
    }
    const found = (await get('/api/v1/checks')) as { checks: object[] };
    const checks = found.checks.map((check) => ({ figures: {}, ...check }));
    expect(checksAnswer.safeParse({ checks, pending: 0 }).error).toBeUndefined();
    await mock.close();
  });
});
