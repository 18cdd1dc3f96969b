import { Presets, SingleBar } from 'cli-progress';
import { note } from './output.ts';

export interface Progress {
  at(done: number): void;
  end(): void;
}

const linesEveryMs = 5000;

/** A bar on a terminal; elsewhere a line now and then. Both on stderr. */
export function openProgress(what: string, total: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      { format: `${what} {bar} {percentage}% {value}/{total}`, stream: process.stderr },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { at: (done) => bar.update(done), end: () => bar.stop() };
  }
  let toldAt = Date.now();
  return {
    at(done) {
      if (Date.now() - toldAt < linesEveryMs) return;
      toldAt = Date.now();
      note(`${what}: ${done} of ${total}`);
    },
    end: () => undefined,
  };
}
