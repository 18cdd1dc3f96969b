import { createContext } from 'svelte';
import { api } from '../api.ts';
import type { DeviceAccess, DeviceSettings, Measure, StoreSettings } from '../api-types.ts';
import { idOf, idPattern } from '../format/slug.ts';
import { language } from '../language/language.ts';
import { type DeviceKind, deviceKinds } from './deviceKinds.ts';
import { guessCurrency, guessTimezone } from './guesses.ts';
import { handIdOf } from './handApi.ts';
import { openingHoursOf, usualWeek, type WeekDraft } from './openingHours.ts';
import { setupMessages } from './setupMessages.ts';

export const setupSteps = ['account', 'store', 'hours', 'devices', 'connect'] as const;
export type SetupStep = (typeof setupSteps)[number];

const measuresOf: Readonly<Record<DeviceKind, Measure>> = { door: 'entries', outside: 'passersBy', till: 'sales' };

export interface ConnectedDevice {
  readonly kind: DeviceKind;
  readonly id: string;
  readonly access: DeviceAccess;
}

export const [useDraft, provideDraft] = createContext<SetupDraft>();

/** What has been filled in so far, and what the server made of it. */
export class SetupDraft {
  step = $state<SetupStep>('account');
  organisation = $state('');
  name = $state('');
  /** Follows the name until it is changed by hand. */
  ownId = $state<string | null>(null);
  id = $derived(this.ownId ?? idOf(this.name, 'store-1'));
  timezone = $state(guessTimezone());
  currency = $state(guessCurrency(guessTimezone(), navigator.language));
  isAlwaysOpen = $state(false);
  week = $state.raw<WeekDraft>(usualWeek());
  chosen = $state<Record<DeviceKind, boolean>>({ door: true, outside: false, till: false });
  /** Somebody presses a button for everyone who comes in. */
  countsByHand = $state(false);
  ownDeviceIds = $state<Partial<Record<DeviceKind, string>>>({});
  connected = $state.raw<readonly ConnectedDevice[]>([]);

  deviceId(kind: DeviceKind): string {
    return this.ownDeviceIds[kind] ?? `${this.id.slice(0, 50)}-${kind}`;
  }

  handId(): string {
    return handIdOf(this.id);
  }

  chosenKinds(): DeviceKind[] {
    return deviceKinds.filter((kind) => this.chosen[kind]);
  }

  hasGoodDeviceIds(): boolean {
    const ids = this.chosenKinds().map((kind) => this.deviceId(kind));
    return ids.every((id) => idPattern.test(id)) && new Set(ids).size === ids.length;
  }

  storeSettings(): StoreSettings {
    const hours = this.isAlwaysOpen ? {} : { openingHours: openingHoursOf(this.week) };
    return {
      id: this.id,
      name: this.name.trim(),
      timezone: this.timezone,
      currency: this.currency,
      ...hours,
      entrances: [{ id: 'main', kind: 'street', countAs: 'in' }],
    };
  }

  deviceSettings(kind: DeviceKind): DeviceSettings {
    const base = { id: this.deviceId(kind), profile: 'native', measures: [measuresOf[kind]] };
    if (kind === 'till') return { ...base, feed: 'live' };
    return kind === 'door' ? { ...base, mode: 'interval', entrance: 'main' } : { ...base, mode: 'interval' };
  }

  /**
   * Saves the organisation (with the first store only), the store and its devices. May be called again after a failure:
   * a device that was made keeps the secret it got, since the server shows it once.
   */
  async save(isFirstStore: boolean): Promise<void> {
    if (isFirstStore) {
      const name = this.organisation.trim();
      await api.saveOrganisation({ name, currency: this.currency, locale: localeOf(navigator.language) });
    }
    const store = this.storeSettings();
    await api.saveStore(store);
    for (const kind of this.chosenKinds()) {
      const settings = this.deviceSettings(kind);
      if (this.connected.some(({ id }) => id === settings.id)) continue;
      const access = await api.saveDevice(store.id, settings);
      this.connected = [...this.connected, { kind, id: settings.id, access }];
    }
    if (!this.countsByHand) return;
    const byHand = { name: setupMessages.hand.device, profile: 'native', mode: 'event', entrance: 'main' } as const;
    await api.saveDevice(store.id, { id: this.handId(), ...byHand, measures: ['entries'] });
  }

  async renewSecret(device: ConnectedDevice): Promise<void> {
    const access = { ...device.access, ...(await api.newSecret(this.id, device.id)) };
    this.connected = this.connected.map((one) => (one.id === device.id ? { ...one, access } : one));
  }
}

/** The browser's country where it speaks the page's language, else the language that was chosen here. */
function localeOf(browser: string): string {
  return browser.startsWith(language) ? browser : language;
}
