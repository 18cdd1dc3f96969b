import type { Requests } from '../../server/kpi/service/schema.ts';
import { axesOf } from '../charts/axes.ts';
import type { BarLineChart, ChartLook } from '../charts/barLine.ts';
import { serviceMessages } from './serviceMessages.ts';

type Cause = Requests['causes'][number];

/** Longer names are cut on the axis; the tooltip and the table have them whole. */
const nameLength = 14;

export const causeName = ({ category }: Cause): string => category ?? serviceMessages.requests.noCause;

/** Requests by cause, most frequent first, as shares of all, with the running share as a line over them. */
export function paretoChart(causes: readonly Cause[], look: ChartLook): BarLineChart {
  const { palette, formats } = look;
  const names = causes.map(causeName);
  return {
    data: {
      labels: names.map((name) => (name.length > nameLength ? `${name.slice(0, nameLength - 1)}…` : name)),
      datasets: [
        {
          type: 'line',
          data: causes.map(({ cumulativeShare }) => cumulativeShare),
          borderColor: palette.purchases,
          backgroundColor: palette.purchases,
          borderWidth: 1.5,
          pointRadius: 3,
          order: 1,
        },
        { data: causes.map(({ share }) => share), backgroundColor: palette.entries, borderRadius: 3, order: 2 },
      ],
    },
    options: axesOf({
      ...look,
      label: (value) => formats.percent(value, 0),
      isWhole: false,
      least: 1,
      gaps: [],
      count: causes.length,
      tooltip: (place) => {
        const cause = causes[place];
        if (!cause) return [];
        const { opened, running } = serviceMessages.requests;
        return [
          causeName(cause),
          `${opened}: ${formats.count(cause.opened)} (${formats.percent(cause.share, 0)})`,
          `${running}: ${formats.percent(cause.cumulativeShare, 0)}`,
        ];
      },
    }),
  };
}
