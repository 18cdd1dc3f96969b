/** Once before all tests: the bundles are built, the real parts found, one PostgreSQL started. */
import { buildDist } from '../../scripts/build.mjs';
import { startCluster } from './cluster.ts';
import { locateParts } from './parts.ts';

/** What `setup` found, for the tests' own processes. */
export const environment = { postgres: 'TEST_POSTGRES_URL', mosquitto: 'TEST_MOSQUITTO', chromium: 'TEST_CHROMIUM' };

export default async function setup(): Promise<() => Promise<void>> {
  const parts = locateParts();
  process.env[environment.mosquitto] = parts.mosquitto;
  process.env[environment.chromium] = parts.chromium;
  await buildDist({ ifStale: true });
  const cluster = await startCluster();
  process.env[environment.postgres] = cluster.url;
  return () => cluster.stop();
}
