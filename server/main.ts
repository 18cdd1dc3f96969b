/** What `npm start` runs: reads the settings, starts this process's roles, and stops them cleanly. */
import { setFlagsFromString } from 'node:v8';
import { AppError } from '../db/vocabulary/errors.ts';
import { type RunningLintel, startLintel } from './compose/start.ts';
import { ConfigError, readConfig } from './config.ts';
import { openLog } from './log.ts';

function fail(error: unknown): never {
  const isOurs = error instanceof AppError || error instanceof ConfigError;
  const text = error instanceof Error ? (isOurs ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`lintel: ${text}\n`);
  process.exit(1);
}

function stopOnSignals(lintel: RunningLintel): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second Ctrl+C is meant: whoever sends it does not want to wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      lintel.stop().then(() => process.exit(0), fail);
    });
  }
}

// What is not needed any more is collected when the heap has grown by half, not when it is four times as large; for all threads.
setFlagsFromString('--heap-growing-percent=50');

try {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  // Nobody knows in what state things are after it: whoever watches over the process starts it again.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught; Lintel ends');
    fail(error);
  });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody cared'));
  const greet = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
  stopOnSignals(await startLintel({ config, log, greet, onCrash: fail }));
} catch (error) {
  fail(error);
}
