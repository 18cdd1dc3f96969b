import { type Count, plural } from '../language/plural.ts';

/** Every sentence about queue and service beside the funnel: on Today and in the table of stores. */
export const besideMessages = {
  queue: {
    title: 'Queue',
    more: 'More of the queue',
    now: 'Waiting now',
    nowText: (people: string, wait: string | null): string => (wait === null ? people : `${people}, for about ${wait}`),
    tills: 'Tills open',
    tillsText: (open: string, needed: string): string => `${open} (${needed} needed)`,
    meanWait: 'Mean wait',
    p90: '9 of 10 waited at most',
    serviceLevel: 'Waited no longer than the target',
    abandonment: 'Gave up before being served',
    length: 'Waiting, on average',
    openMore: (tills: Count): string =>
      plural(tills, { one: `Open ${tills} more till now.`, other: `Open ${tills} more tills now.` }),
    openMoreAt: (queue: string, tills: Count): string =>
      plural(tills, {
        one: `${queue}: open ${tills} more till now.`,
        other: `${queue}: open ${tills} more tills now.`,
      }),
    enough: 'Enough tills are open for now.',
    nothing: 'Nothing has been reported of the queue yet.',
    nothingPast: 'Nothing was reported of the queue on this day.',
  },
  service: {
    title: 'Service',
    more: 'More of the service',
    lights: { green: 'Good', yellow: 'Watch', red: 'Act' },
    zones: (green: string, yellow: string, red: string): string =>
      `By the standards: green ${green}, yellow ${yellow}, red ${red}.`,
    nps: 'Would recommend (NPS)',
    /** Beside the figure: its interval and its answers. */
    npsNote: (low: string, high: string, answers: string): string => `${low} to ${high}, ${answers}`,
    tooFew: 'too few answers',
    answers: (count: Count): string => plural(count, { one: `${count} answer`, other: `${count} answers` }),
    csat: 'Satisfied (CSAT)',
    csi: 'Satisfaction index (CSI)',
    requests: 'Requests open',
    checks: 'Checks passed',
    nothing: 'Nothing has been reported of the service yet.',
    nothingPast: 'Nothing was reported of the service on this day.',
  },
  waits: { green: 'Short wait', yellow: 'Longer than the target', red: 'Far too long' },
  tillsShort: 'More tills needed',
  failed: 'Queue and service could not be loaded',
  columns: {
    wait: 'Mean wait',
    serviceLevel: 'Within target',
    green: 'Service green',
    nps: 'NPS (95 % interval; answers)',
  },
};
