import type { Measure } from '../api-types.ts';
import { idOf } from '../format/slug.ts';
import type { DeviceForm, Mode, Profile } from './deviceTypes.ts';

/** What is known of a device before anything is filled in: an offer that is adopted, or the device as it is kept. */
export type DeviceStart = Omit<DeviceForm, 'id'> & { readonly id?: string };

/** A device as its form is filled in. */
export class DeviceDraft {
  readonly profile: Profile;
  /** An id that is kept already can't change. */
  readonly keptId: string | null;
  name = $state('');
  /** Follows the name until it is changed by hand. */
  ownId = $state<string | null>(null);
  measures = $state<Measure[]>([]);
  /** '': the street entrance. */
  entrance = $state('');
  /** '': straight to Lintel. */
  source = $state('');
  address = $state('');
  /** One a line. */
  topics = $state('');
  mode = $state<Mode>('interval');
  reportsEvery = $state('');
  swap = $state(false);
  /** Networks that a webhook without a signature may come from, one a line. */
  allowFrom = $state('');
  options = $state<Record<string, unknown>>({});

  constructor(profile: Profile, start: DeviceStart, isKept: boolean) {
    this.profile = profile;
    this.keptId = isKept ? (start.id ?? null) : null;
    this.name = start.name ?? (isKept ? (start.id ?? '') : '');
    this.ownId = isKept ? null : (start.id ?? null);
    this.measures = [...(start.measures ?? (profile.kind === 'till' ? ['sales' as const] : profile.measures))];
    this.entrance = start.entrance ?? '';
    this.source = start.source ?? '';
    this.address = start.address ?? '';
    this.topics = (start.topics ?? (start.topic === undefined ? [] : [start.topic])).join('\n');
    this.mode = start.mode ?? profile.modes[0] ?? 'interval';
    this.reportsEvery = start.reportsEvery == null ? '' : String(start.reportsEvery);
    this.swap = start.swap ?? false;
    const { allowFrom, ...options } = start.options ?? {};
    this.allowFrom = Array.isArray(allowFrom) ? allowFrom.join('\n') : '';
    this.options = { ...options };
  }

  get id(): string {
    return this.keptId ?? this.ownId ?? idOf(this.name, '');
  }

  get isTill(): boolean {
    return this.profile.kind === 'till';
  }

  /** Counts people who come in or walk past: only these have an entrance and a way of counting. */
  get isCounter(): boolean {
    const [first] = this.measures;
    return first === undefined || this.measures.some((measure) => measure === 'entries' || measure === 'passersBy');
  }

  get isNative(): boolean {
    return this.profile.profile === 'native';
  }

  /** In the provision file's form; what is left empty is as the profile has it. */
  form(): DeviceForm & { readonly allowFrom?: readonly string[] } {
    const isCounter = this.isCounter;
    const base = {
      id: this.id,
      ...(this.name.trim() === '' ? {} : { name: this.name.trim() }),
      profile: this.profile.profile,
      ...(this.measures.length === 0 ? {} : { measures: [...this.measures] }),
      ...(isCounter && this.profile.modes.length > 0 ? { mode: this.mode } : {}),
      ...(isCounter && (this.entrance !== '' || this.keptId !== null) ? { entrance: this.entrance || null } : {}),
      ...this.#rhythm(),
    };
    return this.isNative ? base : { ...base, ...this.#connection() };
  }

  /** Emptied, it is as it was before anybody set it. */
  #rhythm(): Pick<DeviceForm, 'reportsEvery'> {
    if (this.reportsEvery !== '') return { reportsEvery: Number(this.reportsEvery) };
    return this.keptId === null ? {} : { reportsEvery: null };
  }

  #connection(): Omit<DeviceForm, 'id'> & { readonly allowFrom?: readonly string[] } {
    const isKept = this.keptId !== null;
    const [topics, allowFrom] = [linesOf(this.topics), linesOf(this.allowFrom)];
    const options = Object.fromEntries(Object.entries(this.options).filter(([, value]) => value !== ''));
    return {
      ...(this.source !== '' || isKept ? { source: this.source || null } : {}),
      ...(this.address.trim() !== '' || isKept ? { address: this.address.trim() || null } : {}),
      ...(topics.length > 0 || isKept ? { topics } : {}),
      ...(this.swap || isKept ? { swap: this.swap } : {}),
      ...(Object.keys(options).length > 0 || isKept ? { options } : {}),
      ...(allowFrom.length > 0 || (isKept && this.profile.proof === 'path') ? { allowFrom } : {}),
    };
  }
}

/** Lines of a text that are not empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
