/** The parts of Chart.js in use, and our own; a chunk of its own, loaded when the first chart is shown. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { bandsPlugin } from './bands.ts';
import { gapsPlugin } from './gaps.ts';
import { marksPlugin } from './marks.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Behind the figures: gaps, intervals, holidays and notes. */
export const plugins = [gapsPlugin, bandsPlugin, marksPlugin];

export { Chart };
