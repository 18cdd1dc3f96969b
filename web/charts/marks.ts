import type { Chart, Plugin } from 'chart.js';
import type { Palette } from './barLine.ts';

/** Something of the calendar beside the figures: a public holiday, or the owner's own note. */
export interface ChartMark {
  readonly place: number;
  /** The last place, where it lasts longer. */
  readonly to?: number | undefined;
  readonly text: string;
  readonly kind: 'holiday' | 'note';
}

interface MarkOptions {
  readonly marks?: readonly ChartMark[];
  readonly colors?: Readonly<Record<ChartMark['kind'], string>>;
  readonly ink?: string;
  readonly font?: string;
}

/** Room above the figures for the marks' names. */
export const marksHeight = 18;
const widest = 200;

/** A soft column over the places of a mark, with its sign and, as far as there is room, its name on top. */
export const marksPlugin: Plugin<'bar' | 'line', MarkOptions> = {
  id: 'marks',
  beforeDatasetsDraw: (chart, _, { marks = [], colors }) => {
    if (colors === undefined) return;
    for (const mark of marks) drawColumn(chart, mark, colors[mark.kind]);
  },
  afterDatasetsDraw: (chart, _, options) => {
    const { marks = [], colors } = options;
    if (colors === undefined || marks.length === 0) return;
    const { ctx } = chart;
    ctx.save();
    ctx.font = `11px ${options.font ?? 'sans-serif'}`;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'center';
    const centres = marks.map((mark) => middleOf(chart, mark));
    for (const [index, mark] of marks.entries()) {
      const centre = centres[index] ?? 0;
      ctx.fillStyle = colors[mark.kind];
      drawSign(chart, mark.kind, centre);
      const room = roomAt(centres, index, chart);
      const text = fitting(ctx, mark.text, room - 14);
      ctx.fillStyle = options.ink ?? '#000';
      if (text !== '') ctx.fillText(text, centre, chart.chartArea.top - marksHeight / 2 - 1);
    }
    ctx.restore();
  },
};

/** Options of {@link marksPlugin}, under its id. */
export function marksOf(marks: readonly ChartMark[], palette: Palette): { readonly marks: MarkOptions } {
  const { note, holiday, inkSoft, font } = palette;
  return { marks: { marks, colors: { note, holiday }, ink: inkSoft, font } };
}

interface Column {
  readonly left: number;
  readonly width: number;
}

function columnOf({ scales, chartArea }: Chart, { place, to = place }: ChartMark): Column {
  const axis = scales['x'];
  if (!axis) return { left: chartArea.left, width: 0 };
  const count = Math.max(1, axis.max - axis.min + 1);
  const half = chartArea.width / count / 2;
  const [start, end] = [axis.getPixelForValue(place), axis.getPixelForValue(to)];
  // Time may run from right to left.
  const left = Math.max(chartArea.left, Math.min(start, end) - half);
  return { left, width: Math.min(chartArea.right, Math.max(start, end) + half) - left };
}

function middleOf(chart: Chart, mark: ChartMark): number {
  const { left, width } = columnOf(chart, mark);
  return left + width / 2;
}

function drawColumn(chart: Chart, mark: ChartMark, color: string): void {
  const { ctx, chartArea } = chart;
  const { left, width } = columnOf(chart, mark);
  ctx.save();
  ctx.fillStyle = color;
  ctx.globalAlpha = 0.13;
  ctx.fillRect(left, chartArea.top, Math.max(2, width), chartArea.height);
  ctx.restore();
}

/** A holiday is a diamond, a note a flag: told apart without colour too. */
function drawSign({ ctx, chartArea }: Chart, kind: ChartMark['kind'], x: number): void {
  const y = chartArea.top;
  ctx.beginPath();
  const corners =
    kind === 'holiday'
      ? ([
          [0, -4],
          [4, 0],
          [0, 4],
          [-4, 0],
        ] as const)
      : ([
          [-4, -4],
          [4, -4],
          [0, 4],
        ] as const);
  for (const [dx, dy] of corners) ctx.lineTo(x + dx, y + dy);
  ctx.fill();
}

/** How wide a name may be without touching its neighbours or the edge. */
function roomAt(centres: readonly number[], index: number, { width }: Chart): number {
  const centre = centres[index] ?? 0;
  const others = centres.filter((_, place) => place !== index).map((other) => Math.abs(other - centre));
  return Math.min(widest, 2 * centre, 2 * (width - centre), ...others);
}

/** The text, cut with an ellipsis; nothing where not even a few letters fit. */
function fitting(ctx: Chart['ctx'], text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  for (let length = text.length - 1; length >= 4; length -= 1) {
    const cut = `${text.slice(0, length).trimEnd()}…`;
    if (ctx.measureText(cut).width <= room) return cut;
  }
  return '';
}
