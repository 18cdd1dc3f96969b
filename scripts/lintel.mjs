/** `npm run --silent lintel -- COMMAND`: the command line, built first when it is missing or older than its sources. */
import { buildDist } from './build.mjs';

await buildDist({ names: ['server'], ifStale: true });
await import(new URL('../dist/cli.js', import.meta.url));
