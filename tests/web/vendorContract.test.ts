import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { type importReport, type mappingsAnswer, tableLook } from '../../server/contracts/imports.ts';
import {
  connectionAnswer,
  profilesAnswer,
  secretAnswer,
  sourcesAnswer,
  trialAnswer,
} from '../../server/contracts/vendors.ts';
import { walkTestAnswer } from '../../server/contracts/walkTests.ts';
import { adoptionAnswer, previewAnswer, type previewBody, watchAnswer } from '../../server/contracts/watching.ts';
import type {
  ConnectionFacts,
  Offer,
  PreviewAnswer,
  PreviewAsk,
  Profile,
  SourceReport,
  TestAnswer,
  WatchPage,
} from '../../web/devices/deviceTypes.ts';
import type { ImportReport, SavedMapping, TableLook } from '../../web/import/importTypes.ts';
import { startMockServer } from './mockServer.ts';

describe('what the pages about devices expect of the API', () => {
  it('is what the server’s contracts promise', () => {
    expectTypeOf<z.infer<typeof profilesAnswer>['profiles'][number]>().toExtend<
      Omit<Profile, 'modes' | 'measures' | 'examples'>
    >();
    expectTypeOf<z.infer<typeof sourcesAnswer>['sources'][number]>().toExtend<SourceReport>();
    expectTypeOf<z.infer<typeof connectionAnswer>>().toExtend<ConnectionFacts>();
    expectTypeOf<z.infer<typeof watchAnswer>>().toExtend<WatchPage>();
    expectTypeOf<z.infer<typeof adoptionAnswer>['unknown'][number]>().toExtend<Offer>();
    expectTypeOf<z.infer<typeof trialAnswer>>().toExtend<TestAnswer>();
    expectTypeOf<z.infer<typeof importReport>>().toExtend<ImportReport>();
    expectTypeOf<z.infer<typeof tableLook>>().toExtend<TableLook>();
    expectTypeOf<z.infer<typeof mappingsAnswer>['mappings'][number]>().toExtend<SavedMapping>();
    expectTypeOf<z.infer<typeof previewAnswer>['understood']>().toExtend<PreviewAnswer['understood']>();
    expectTypeOf<keyof PreviewAsk>().toEqualTypeOf<keyof z.input<typeof previewBody>>();
    expect(secretAnswer.shape).toHaveProperty('secret');
  });

  it('is what the stand-in server of the browser tests answers', async () => {
    const mock = await startMockServer({ isSetUp: true, isSignedIn: true });
    const ask = async (path: string, method = 'GET'): Promise<object> =>
      (await (await fetch(`${mock.url}/api/v1${path}`, { method })).json()) as object;
    const { profiles } = (await ask('/profiles')) as { profiles: object[] };
    const full = profiles.map((profile) => ({ money: [], ...profile }));
    expect(profilesAnswer.safeParse({ profiles: full.map((one) => ({ examples: [], ...one })) }).error).toBeUndefined();
    const has = {
      former: [],
      allowFrom: [],
      hasPassword: true,
      hasHookSecret: false,
      hasApiSecret: false,
      options: {},
    };
    const { sources } = (await ask('/sources')) as { sources: object[] };
    const whole = sources.map((source) => ({ ...has, ...source }));
    expect(sourcesAnswer.safeParse({ sources: whole }).error).toBeUndefined();
    const connection = { profile: 'xovis', source: null, former: [], ...(await ask('/devices/door-arbat/connection')) };
    expect(connectionAnswer.safeParse(connection).error).toBeUndefined();
    expect(watchAnswer.safeParse(await ask('/watch/door-arbat')).error).toBeUndefined();
    expect(watchAnswer.safeParse(await ask('/watch/till-arbat')).error).toBeUndefined();
    expect(adoptionAnswer.safeParse(await ask('/adoption')).error).toBeUndefined();
    expect(previewAnswer.safeParse(await ask('/preview', 'POST')).error).toBeUndefined();
    expect(trialAnswer.safeParse(await ask('/devices/door-arbat/test', 'POST')).error).toBeUndefined();
    expect(walkTestAnswer.safeParse(await ask('/devices/door-arbat/walk-tests/w1')).error).toBeUndefined();
    expect(tableLook.safeParse(await ask('/stores/arbat/imports?look=true', 'POST')).error).toBeUndefined();
    await mock.close();
  });
});
