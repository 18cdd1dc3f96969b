import { destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Structured log on stderr; stdout is for what a person or a script is meant to read. */
export function openLog(level: Config['logLevel']): Logger {
  const redact = { paths: ['*.password', '*.secret', '*.authorization', '*.cookie'], censor: '[removed]' };
  // Synchronous: the last lines before an exit are the ones wanted most.
  return pino({ level, base: null, redact }, destination({ dest: 2, sync: true }));
}
