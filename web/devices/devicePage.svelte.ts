import { api } from '../api.ts';
import type { DeviceReport } from '../api-types.ts';
import { deviceApi } from './deviceApi.ts';
import type { DeviceForm, Profile, StoreForm } from './deviceTypes.ts';
import { type Group, groupOf } from './pointing.ts';
import { loadProfiles } from './profiles.svelte.ts';

/** One device with its store, its make and those that share its messages. */
export class DevicePage {
  state = $state<'loading' | 'shown' | 'missing' | 'failed'>('loading');
  failure = $state('');
  store = $state.raw<StoreForm | null>(null);
  device = $state.raw<DeviceForm | null>(null);
  report = $state.raw<DeviceReport | null>(null);
  profile = $state.raw<Profile | null>(null);
  /** Ids of all devices. */
  taken = $state.raw<readonly string[]>([]);
  group = $derived<Group | null>(
    this.device === null ? null : groupOf(this.store?.devices ?? [this.device], this.device),
  );
  readonly #id: string;
  readonly #explain: (error: unknown) => string;

  constructor(id: string, explain: (error: unknown) => string) {
    this.#id = id;
    this.#explain = explain;
  }

  async load(): Promise<void> {
    try {
      const [{ devices }, profiles] = await Promise.all([api.devices(), loadProfiles()]);
      this.taken = devices.map(({ id }) => id);
      this.report = devices.find(({ id }) => id === this.#id) ?? null;
      if (this.report === null) {
        this.state = 'missing';
        return;
      }
      this.store = await deviceApi.store(this.report.store);
      this.device = this.store.devices?.find(({ id }) => id === this.#id) ?? null;
      this.profile = profiles.find(({ profile }) => profile === this.report?.profile) ?? null;
      this.state = this.device === null ? 'missing' : 'shown';
    } catch (error) {
      this.failure = this.#explain(error);
      if (this.state !== 'shown') this.state = 'failed';
    }
  }
}
