import { idPattern } from '../format/slug.ts';
import type { DeviceStart } from './deviceDraft.svelte.ts';

/** What an unknown sender's own name and topic say of the device that it will be. */
export function adopted(device: string | null, topic: string | null): DeviceStart {
  return {
    ...(device !== null && idPattern.test(device) ? { id: device, name: device } : {}),
    ...(topic === null || topic.startsWith('$') ? {} : { topics: [topic] }),
  };
}
