import type { Logger } from 'pino';
import { AppError } from '../db/vocabulary/errors.ts';
import type { Telemetry } from './metrics.ts';

/** What can be wrong for a while without ending the process. */
export const faultParts = ['database', 'broker'] as const;
export type FaultPart = (typeof faultParts)[number];

export interface FaultTold {
  /** What is wrong and what to do. */
  readonly sentence: string;
  /** For the log. */
  readonly error?: unknown;
}

/** Faults that last: one line in the log when one begins and one when it is over, however many notice it; `/readyz` and metrics all the while. */
export interface Faults {
  /** `by` has noticed it; it lasts until everybody who noticed says that it is over. */
  begin(part: FaultPart, by: string, told: FaultTold): void;
  end(part: FaultPart, by: string): void;
  /** The sentences of those that last. */
  standing(): string[];
  /**
   * Tells of something done again and again, such as a job. That the database is not available is a fault that lasts until the same
   * `by` says `end`; anything else is logged as it is.
   */
  report(by: string, what: string, error: unknown): void;
  /** Logs an error, but not that the database is not available: whoever watches over it tells that. */
  tell(what: string, error: unknown): void;
}

interface Standing {
  readonly by: Set<string>;
  readonly since: number;
  sentence: string;
}

export function openFaults(log: Logger, telemetry: Telemetry): Faults {
  const standing = new Map<FaultPart, Standing>();
  for (const part of faultParts) telemetry.faultStanding.set({ part }, 0);

  const begin: Faults['begin'] = (part, by, { sentence, error }) => {
    const present = standing.get(part);
    if (present !== undefined) {
      present.by.add(by);
      present.sentence = sentence;
      return;
    }
    standing.set(part, { by: new Set([by]), since: Date.now(), sentence });
    telemetry.faultStanding.set({ part }, 1);
    telemetry.faults.inc({ part });
    log.error({ part, noticedBy: by, err: error }, sentence);
  };

  const tell: Faults['tell'] = (what, error) => {
    if (isUnavailable(error)) log.debug({ err: error }, what);
    else log.error({ err: error }, what);
  };

  return {
    begin,
    tell,
    end: (part, by) => {
      const present = standing.get(part);
      present?.by.delete(by);
      if (present === undefined || present.by.size > 0) return;
      standing.delete(part);
      telemetry.faultStanding.set({ part }, 0);
      const seconds = Math.round((Date.now() - present.since) / 1000);
      log.info({ part, seconds }, `over: ${present.sentence}`);
    },
    standing: () => [...standing.values()].map(({ sentence }) => sentence),
    report: (by, what, error) => {
      if (isUnavailable(error)) begin('database', by, { sentence: error.message, error });
      else tell(what, error);
    },
  };
}

function isUnavailable(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'unavailable';
}
