import { type Count, plural } from '../language/plural.ts';

/** What the page of branches says. */
export const branchesMessages = {
  title: 'Branches',
  failed: 'The branches could not be loaded',
  seriesFailed: 'The courses could not be loaded. The figures are not affected.',
  none: 'There is no branch yet',
  noneText: 'As soon as a store is set up, it stands here beside the others.',
  noneViewer: 'You haven’t been given a store to see. Ask the owner of this Lintel for one.',
  setUp: 'Set up a store',
  add: 'Add a store',
  notYet: (stores: string): string => `This day has not begun yet in ${stores}.`,

  head: {
    conversion: (people: Count, branches: Count, conversion: string): string =>
      `${plural(people, { one: `${people} person`, other: `${people} people` })} came in at ${plural(branches, { one: `${branches} branch`, other: `${branches} branches` })}, and ${conversion} bought.`,
    unlike: (better: Count, worse: Count): string =>
      `By more than chance, ${plural(better, { one: `${better} branch converts`, other: `${better} branches convert` })} better than the whole and ${plural(worse, { one: `${worse} converts`, other: `${worse} convert` })} worse.`,
    alike: 'No branch converts better or worse by more than chance.',
  },

  views: {
    label: 'View',
    table: 'Table',
    plot: 'Footfall and conversion',
    multiples: 'Side by side',
  },

  filter: {
    find: 'Find a branch',
    region: 'Region',
    allRegions: 'All regions',
    tags: 'Tags',
    clear: 'Show all branches',
    nothing: 'No branch fits',
    nothingText: 'Take back the name, the region or a tag.',
    shown: (shown: Count, all: Count): string =>
      plural(all, { one: `${shown} of ${all} branch`, other: `${shown} of ${all} branches` }),
  },

  chooser: {
    open: 'Figures',
    title: 'Figures in the table',
    usual: 'The usual figures',
    groups: {
      funnel: 'From the street to the till',
      sales: 'Sales',
      queue: 'Queue',
      service: 'Service',
      data: 'How far to trust it',
    },
    metric: 'Line shows',
  },

  columns: {
    passersBy: 'Passers-by',
    captureRate: 'Capture rate',
    entries: 'Entries',
    exits: 'Exits',
    purchases: 'Purchases',
    conversionRate: 'Conversion',
    place: 'Place by conversion',
    netSalesMinor: 'Net sales',
    grossSalesMinor: 'Gross sales',
    returnsMinor: 'Returns',
    netSalesExTaxMinor: 'Net sales without tax',
    averageCheckMinor: 'Average check',
    salesPerVisitorMinor: 'Sales per visitor',
    items: 'Items sold',
    unitsPerTransaction: 'Items per purchase',
    queueWait: 'Mean wait',
    queueP90: '9 of 10 waited at most',
    queueLevel: 'Within the target',
    queueLeft: 'Gave up waiting',
    queueLength: 'People waiting',
    serviceGreen: 'Service green',
    nps: 'NPS',
    csat: 'Satisfied (CSAT)',
    csi: 'Satisfaction (CSI)',
    requests: 'Requests open',
    checks: 'Standards passed',
    coverage: 'Coverage',
  },

  table: {
    branch: 'Branch',
    course: (span: string): string => `Course, ${span}`,
    sort: (figure: string): string => `Sort by ${figure}`,
    all: (branches: Count): string =>
      branches.value === 2
        ? 'Both branches'
        : plural(branches, { one: `${branches} branch`, other: `All ${branches} branches` }),
    change: 'Change',
    changeOf: (figure: string, then: string): string => `${figure}: change against ${then}`,
    low: 'Less than 70 % of the time is covered: the figure may be far off, and takes no part in the order.',
    places: (best: string, worst: string): string => `${best} to ${worst}`,
    placesHint: 'Where intervals overlap, the order is not known, and neither is the place.',
    standings: {
      farBelow: 'far below what chance explains',
      below: 'below what chance explains',
      within: 'within chance',
      above: 'above what chance explains',
      farAbove: 'far above what chance explains',
    },
    hint: '▲ and ▼: conversion outside the limits within which equal branches would fall. Beside a rate: its 95 % interval. Coverage is that of entries; what else is covered below 70 % stands under it.',
    courseOf: (branch: string, figure: string): string => `${branch}: course of ${figure}`,
  },

  plot: {
    title: 'Footfall against conversion',
    lead: (rate: string): string =>
      `If all branches were equal, 95 of 100 would lie inside the inner limits round ${rate}, and nearly all inside the outer ones. The fewer people come in, the further chance carries a branch. Differences within the limits are chance: there is nothing to learn from them.`,
    outside: (outside: Count, all: Count, expected: string): string =>
      `${plural(outside, { one: `${outside} of ${all} branches lies`, other: `${outside} of ${all} branches lie` })} outside the inner limits; chance alone would put about ${expected} there.`,
    leftOut: (count: Count): string =>
      plural(count, {
        one: `${count} branch is left out: its conversion is not known, above 100 %, or less than 70 % covered.`,
        other: `${count} branches are left out: their conversion is not known, above 100 %, or less than 70 % covered.`,
      }),
    axisX: 'Entries',
    axisY: 'Conversion',
    all: (rate: string): string => `all branches: ${rate}`,
    point: (branch: string, conversion: string, entries: Count): string =>
      `${branch}: ${conversion} of ${plural(entries, { one: `${entries} entry`, other: `${entries} entries` })}`,
    pointStanding: (point: string, standing: string): string => `${point}, ${standing}`,
    explore: 'Walk through the branches with the arrow keys; Enter opens one',
    tooFew: 'At least two branches with a conversion are needed',
    tooFewText: 'Entries and purchases of two or more branches make this picture.',
    asTable: 'Branches outside the limits, as a table',
    marks: '▲: converts better than chance explains; ▼: worse. The round dots lie within the limits.',
    nobody: 'None lies outside the limits.',
    standing: 'Against the limits',
  },

  multiples: {
    title: (figure: string): string => `${figure} of each branch, on one scale`,
    scale: (least: string, most: string, span: string): string =>
      `Every drawing reaches from ${least} to ${most}, ${span}. Behind each branch in grey: all branches together.`,
    scaleOfCounts: (least: string, most: string, span: string): string =>
      `Every drawing reaches from ${least} to ${most}, ${span}.`,
    more: (count: Count): string => plural(count, { one: `Show ${count} more`, other: `Show ${count} more` }),
    now: (figure: string): string => `in the period: ${figure}`,
    asTable: 'As a table',
    date: 'Until',
    currencies: 'Money of several currencies has no common scale. Choose another figure or a region.',
  },

  /** Beside the coverage of entries. */
  lacking: {
    passersBy: (share: string): string => `passers-by ${share}`,
    purchases: (share: string): string => `purchases ${share}`,
  },

  file: {
    covered: (coverage: string, figure: string): string => `${coverage}, ${figure}`,
    seconds: (figure: string): string => `${figure}, seconds`,
    currency: 'Currency',
    all: 'All branches',
    changeOf: (figure: string): string => `${figure}, change`,
    low: (figure: string): string => `${figure}, 95 % low`,
    high: (figure: string): string => `${figure}, 95 % high`,
    best: (place: string): string => `${place}, best`,
    worst: (place: string): string => `${place}, worst`,
  },
};
