import { axesOf } from '../charts/axes.ts';
import type { BarLineChart, ChartLook } from '../charts/barLine.ts';

const entries = [212, 230, 198, null, 260, 341, 388, 224, 240, 219, 250, 301, 372, 402];
const before = [201, 215, 205, 220, 245, 322, 350, 210, 228, 224, 239, 280, 351, 360];
const rates = [0.21, 0.22, 0.2, null, 0.23, 0.19, 0.18, 0.22, 0.24, 0.22, 0.21, 0.2, 0.19, 0.18];
export const sampleLabels = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'];

/** Bars with the time before behind them, a gap, an estimate, a holiday and a note. */
export function sampleBars({ palette, formats }: ChartLook): BarLineChart {
  const bar = { grouped: false, barPercentage: 0.58, categoryPercentage: 0.9, borderRadius: 2 } as const;
  return {
    data: {
      labels: sampleLabels,
      datasets: [
        { data: entries, backgroundColor: palette.entries, ...bar, order: 1 },
        {
          data: entries.map((value, place) =>
            place === 3 ? [0, 226] : place === 2 && value !== null ? [value, value + 40] : null,
          ),
          backgroundColor: palette.estimate,
          borderColor: palette.entries,
          borderWidth: 1,
          borderDash: [2, 2],
          ...bar,
          order: 1,
        },
        { data: before, backgroundColor: palette.ghost, ...bar, barPercentage: 0.95, order: 2 },
      ],
    },
    options: axesOf({
      palette,
      formats,
      label: (value) => formats.count(value),
      isWhole: true,
      least: 10,
      gaps: [3],
      count: sampleLabels.length,
      marks: [
        { place: 5, to: 6, text: 'Defenders’ day', kind: 'holiday' },
        { place: 11, text: 'New window', kind: 'note' },
      ],
      tooltip: (place) => [formats.count(entries[place])],
    }),
  };
}

/** A rate as a line, with its interval as a band and the time before as a grey line. */
export function sampleLine({ palette, formats }: ChartLook): BarLineChart {
  return {
    data: {
      labels: sampleLabels,
      datasets: [
        {
          type: 'line',
          data: rates,
          borderColor: palette.purchases,
          backgroundColor: palette.purchases,
          borderWidth: 1.5,
          pointRadius: 2,
          order: 1,
        },
        {
          type: 'line',
          data: rates.map(() => 0.2),
          borderColor: palette.ghostLine,
          borderWidth: 1.5,
          pointRadius: 0,
          order: 2,
        },
      ],
    },
    options: axesOf({
      palette,
      formats,
      label: (value) => formats.percent(value, 0),
      isWhole: false,
      least: 0.3,
      gaps: [3],
      count: sampleLabels.length,
      bands: [
        {
          low: rates.map((rate) => (rate === null ? null : rate - 0.02)),
          high: rates.map((rate) => (rate === null ? null : rate + 0.02)),
        },
      ],
      tooltip: (place) => [formats.percent(rates[place])],
    }),
  };
}
