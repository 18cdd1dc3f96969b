import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveHub } from './hub.ts';

interface SseEvent {
  readonly event: string;
  readonly data: string;
}

export interface LiveStreamInput {
  readonly hub: LiveHub;
  readonly storeIds: ReadonlySet<string>;
  /** Is the caller still there, and may still see the stores? Asked every few seconds. */
  isStillAllowed(): Promise<boolean>;
  /** Fires when the server stops. */
  readonly stop: AbortSignal;
  onClose(): void;
}

const heartbeatMs = 15_000;
const checkMs = 5_000;
/** More than this waiting means nobody reads any more. */
const mostWaiting = 1_000;

/**
 * One stream: a store's figures replace those that still wait to be sent, so that a slow reader gets the latest, not all.
 */
export function liveStream(c: Context, input: LiveStreamInput): Response {
  c.header('x-accel-buffering', 'no');
  c.header('cache-control', 'no-cache, no-transform');
  return streamSSE(c, async (stream) => {
    const waiting = new Map<string, SseEvent>();
    let wake: () => void = () => {};
    let isOpen = true;
    const put = (key: string, event: SseEvent): void => {
      waiting.set(key, event);
      if (waiting.size > mostWaiting) end();
      wake();
    };
    const end = (): void => {
      isOpen = false;
      wake();
    };
    const leave = input.hub.listen({
      storeIds: input.storeIds,
      onFunnel: (storeId, json) => put(`funnel ${storeId}`, { event: 'funnel', data: json }),
      onQueue: (storeId, json) => put(`queue ${storeId}`, { event: 'queue', data: json }),
      onDevice: (heard) => put(`device ${heard.device}`, { event: 'device', data: JSON.stringify(heard) }),
    });
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs);
    const check = setInterval(() => void input.isStillAllowed().then((yes) => yes || end(), end), checkMs);
    stream.onAbort(end);
    input.stop.addEventListener('abort', end);
    if (input.stop.aborted) end();
    try {
      // A first comment makes proxies pass the answer's head on at once.
      await stream.write(': here\n\n');
      while (isOpen) {
        const [next] = waiting;
        if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
        else if (waiting.delete(next[0])) await stream.writeSSE(next[1]);
      }
    } finally {
      clearInterval(heartbeat);
      clearInterval(check);
      input.stop.removeEventListener('abort', end);
      leave();
      input.onClose();
    }
  });
}
