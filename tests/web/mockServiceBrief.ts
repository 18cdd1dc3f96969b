import type { ServiceBrief } from '../../server/kpi/service/schema.ts';

/** What stands of the service beside the funnel: `arbat` has all of it, `dvor` answers of customers alone, the rest none. */
export function mockServiceBrief(store: string): ServiceBrief | null {
  const none = {
    zones: null,
    light: null,
    nps: null,
    npsInterval: null,
    npsAnswers: 0,
    csat: null,
    csatAnswers: 0,
    csi: null,
    csiAnswers: 0,
    openRequests: 0,
    passedShare: null,
  };
  if (store === 'dvor') return { ...none, nps: 31.4, npsInterval: [4.2, 53.7], npsAnswers: 35 };
  if (store !== 'arbat') return null;
  const shares = { green: 0.7, yellow: 0.18, red: 0.12 };
  return {
    ...{
      zones: { green: 84, yellow: 22, red: 14, shares },
      light: 'red',
      nps: 42.1,
      npsAnswers: 57,
      csat: 0.861,
      csatAnswers: 61,
      csi: 0.79,
      csiAnswers: 4,
    },
    npsInterval: [20.6, 59.4],
    ...{ openRequests: 4, passedShare: 0.925 },
  };
}
