import { call, storePath } from '../api.ts';
import type { DeviceAccess } from '../api-types.ts';
import type {
  ConnectionFacts,
  DeviceForm,
  Offer,
  PreviewAnswer,
  PreviewAsk,
  Profile,
  SecretWish,
  SourceForm,
  SourceReport,
  StoreForm,
  TestAnswer,
  WatchPage,
} from './deviceTypes.ts';

const part = encodeURIComponent;
const devicePath = (device: string): string => `/api/v1/devices/${part(device)}`;
const sourcePath = (source: string): string => `/api/v1/sources/${part(source)}`;

/** Whose secrets or connection: a device's or a source's. */
export interface Subject {
  readonly kind: 'device' | 'source';
  readonly id: string;
}

function pathOf({ kind, id }: Subject): string {
  return kind === 'device' ? devicePath(id) : sourcePath(id);
}

/** Every call about makes, devices and sources; all reject with ApiError. */
export const deviceApi = {
  profiles: (): Promise<{ readonly profiles: readonly Profile[] }> => call('/api/v1/profiles'),
  store: (store: string): Promise<StoreForm> => call(storePath(store)),
  save: (store: string, { id, ...device }: DeviceForm): Promise<DeviceAccess> =>
    call(`${storePath(store)}/devices/${part(id)}`, { method: 'PUT', body: device }),
  saveEntrances: (store: string, entrances: StoreForm['entrances']): Promise<unknown> =>
    call(storePath(store), { method: 'PUT', body: { entrances } }),

  connection: (device: string): Promise<ConnectionFacts> => call(`${devicePath(device)}/connection`),
  rotate: (subject: Subject, wish: SecretWish): Promise<{ readonly secret?: string }> =>
    call(`${pathOf(subject)}/secrets`, { method: 'POST', body: wish }),
  test: (subject: Subject): Promise<TestAnswer> => call(`${pathOf(subject)}/test`, { method: 'POST', body: {} }),

  sources: (): Promise<{ readonly sources: readonly SourceReport[] }> => call('/api/v1/sources'),
  saveSource: ({ id, ...source }: SourceForm): Promise<{ readonly secret?: string }> =>
    call(sourcePath(id), { method: 'PUT', body: source }),

  watch: (subject: string): Promise<{ readonly endsAt: string }> =>
    call('/api/v1/watch', { method: 'POST', body: { subject } }),
  watched: (subject: string, after: number | null): Promise<WatchPage> =>
    call(`/api/v1/watch/${part(subject)}`, { query: { after: after === null ? undefined : String(after) } }),
  preview: (ask: PreviewAsk): Promise<PreviewAnswer> => call('/api/v1/preview', { method: 'POST', body: ask }),
  adoption: (): Promise<{ readonly unknown: readonly Offer[] }> => call('/api/v1/adoption'),
};
