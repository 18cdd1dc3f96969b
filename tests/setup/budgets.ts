/** Once before the budgets are measured: the bundles are built and the browser found. */
import { buildDist } from '../../scripts/build.mjs';
import { environment } from './global.ts';
import { locateParts } from './parts.ts';

export default async function setup(): Promise<void> {
  process.env[environment.chromium] = locateParts().chromium;
  await buildDist({ ifStale: true });
}
