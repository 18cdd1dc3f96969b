import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openLiveHub } from '../../../server/live/hub.ts';
import { type LastHeard, watchCommits } from '../../../server/live/watch.ts';

function fail(error: unknown): never {
  throw error;
}

describe('what other processes store', () => {
  it('between the first figures and the first look is on the screen without waiting for more', async () => {
    let stored = 0;
    const heard: LastHeard[] = [];
    const hub = openLiveHub({
      todayJson: async () => JSON.stringify(stored),
      queueJson: async () => null,
      onError: fail,
    });
    const watch = watchCommits({ hub, readLastHeard: async () => [...heard], onError: fail });
    const shown: string[] = [];
    hub.listen({
      storeIds: new Set(['arbat']),
      onFunnel: (_, json) => shown.push(json),
      onQueue: () => undefined,
      onDevice: () => undefined,
    });
    await sleep(50);
    expect(shown).toEqual(['0']);
    stored = 3;
    heard.push({ store: 'arbat', device: 'door', at: Date.now(), state: null });
    for (let waited = 0; shown.at(-1) !== '3' && waited < 5000; waited += 50) await sleep(50);
    watch.close();
    hub.close();
    expect(shown.at(-1)).toBe('3');
  });
});
