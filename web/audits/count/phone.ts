/** What a phone can do for somebody who counts; each does nothing where the browser has no such thing. */
import type { Direction } from './kept.ts';

/** One short push for in, two for out: told apart without looking. */
const pushes: Readonly<Record<Direction | 'undo', number[]>> = { in: [35], out: [25, 50, 25], undo: [90] };

export function push(what: Direction | 'undo'): void {
  // Absent on iPhones; the cast says so, since the browser's own types do not.
  (navigator as Partial<Navigator>).vibrate?.(pushes[what]);
}

/** Keeps the screen on, also after the phone was put away and taken out again, until the answered function is called. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const ask = async (): Promise<void> => {
    if (isOver || document.visibilityState !== 'visible') return;
    // Absent without https; refused when the battery is low: then the screen goes off as it always does.
    lock = (await (navigator as Partial<Navigator>).wakeLock?.request('screen').catch(() => null)) ?? null;
    if (isOver) await lock?.release();
  };
  const again = (): void => void ask();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
