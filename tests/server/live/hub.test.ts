import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type LiveHub, openLiveHub } from '../../../server/live/hub.ts';

let hub: LiveHub | undefined;
afterEach(() => hub?.close());

function openCounting(workMs = 0): { hub: LiveHub; worked: () => number } {
  let worked = 0;
  const opened = openLiveHub({
    todayJson: async (storeId) => {
      worked += 1;
      await sleep(workMs);
      return JSON.stringify({ store: storeId, worked });
    },
    queueJson: async (storeId) => (storeId === 'tills' ? '{"queues":[1]}' : null),
    onError: (error) => {
      throw error;
    },
  });
  hub = opened;
  return { hub: opened, worked: () => worked };
}

function listener(stores: string[]) {
  const heard: string[] = [];
  const ear = {
    storeIds: new Set(stores),
    onFunnel: (storeId: string) => heard.push(storeId),
    onQueue: (_storeId: string, json: string) => heard.push(json),
    onDevice: ({ device }: { device: string }) => heard.push(device),
  };
  return { heard, ear: ear as Parameters<LiveHub['listen']>[0] };
}

describe('live figures', () => {
  it('whoever joins gets the present figures at once, and news after a commit', async () => {
    const { hub } = openCounting();
    const { heard, ear } = listener(['arbat']);
    hub.listen(ear);
    await sleep(30);
    expect(heard).toEqual(['arbat']);
    hub.noteCommit(['arbat', 'other']);
    await sleep(300);
    expect(heard).toEqual(['arbat', 'arbat']);
  });

  it('a thousand commits in a second are at most a few figures, and the last commit is in the last of them', async () => {
    const { hub, worked } = openCounting(20);
    const { ear } = listener(['arbat']);
    hub.listen(ear);
    for (let i = 0; i < 100; i += 1) {
      hub.noteCommit(['arbat']);
      await sleep(5);
    }
    const during = worked();
    await sleep(300);
    expect(during).toBeLessThanOrEqual(5);
    expect(worked()).toBeGreaterThanOrEqual(2);
    const before = worked();
    await sleep(300);
    expect(worked()).toBe(before);
  });

  it('how its queues are now comes beside them, where there is a queue', async () => {
    const { hub } = openCounting();
    const { heard, ear } = listener(['tills', 'arbat']);
    hub.listen(ear);
    await sleep(30);
    expect(heard.sort()).toEqual(['arbat', 'tills', '{"queues":[1]}']);
  });

  it('nothing is worked out for a store that nobody watches any more', async () => {
    const { hub, worked } = openCounting();
    const { ear } = listener(['arbat']);
    const leave = hub.listen(ear);
    await sleep(20);
    leave();
    hub.noteCommit(['arbat']);
    await sleep(300);
    expect(worked()).toBe(1);
    expect(hub.listenedStores()).toEqual([]);
  });

  it('a device is heard by those who watch its store', async () => {
    const { hub } = openCounting();
    const mine = listener(['arbat']);
    const other = listener(['other']);
    hub.listen(mine.ear);
    hub.listen(other.ear);
    hub.noteDevice({ store: 'arbat', device: 'cam-1', at: '2026-01-01T00:00:00Z', state: null });
    expect([mine.heard, other.heard]).toEqual([['cam-1'], []]);
  });
});
