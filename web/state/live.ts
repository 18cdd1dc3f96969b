import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import { urlOf } from '../api.ts';
import type { DeviceHeard, Today } from '../api-types.ts';

export type LinkState = 'connecting' | 'live';

export interface LiveListener {
  readonly store: string;
  readonly onFunnel?: (today: Today) => void;
  readonly onDevice?: (heard: DeviceHeard) => void;
  readonly onQueue?: (now: QueueNowAnswer) => void;
  readonly onLink: (state: LinkState) => void;
}

const retryAfterMs = 5000;

/**
 * Follows a store's live stream until the returned function is called. The browser reconnects by itself; where it gives
 * up (an error status, a restarting server behind a proxy), the stream is opened anew after a while.
 */
export function followLive(listener: LiveListener): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(urlOf('/api/v1/live', { store: listener.store }));
    source.onopen = () => listener.onLink('live');
    source.onerror = () => {
      listener.onLink('connecting');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, retryAfterMs);
    };
    source.addEventListener('funnel', (event) => listener.onFunnel?.(JSON.parse(event.data) as Today));
    source.addEventListener('device', (event) => listener.onDevice?.(JSON.parse(event.data) as DeviceHeard));
    source.addEventListener('queue', (event) => listener.onQueue?.(JSON.parse(event.data) as QueueNowAnswer));
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
