import { linesOf } from './deviceDraft.svelte.ts';
import type { Profile, SourceForm } from './deviceTypes.ts';

export type SourceKind = 'broker' | 'account' | 'hook';

/** The kinds of source that a make can be of. */
export function kindsOf({ transports, hasApi }: Profile): SourceKind[] {
  return [
    ...(transports.includes('mqtt') ? (['broker'] as const) : []),
    ...(hasApi ? (['account'] as const) : []),
    ...(transports.includes('http') ? (['hook'] as const) : []),
  ];
}

/** What a source is by its address. */
export function kindOf(url: string | null | undefined, profile: Profile | undefined): SourceKind {
  if (url != null && /^(mqtts?|wss?):/.test(url)) return 'broker';
  if (url != null && /^https?:/.test(url)) return 'account';
  return profile?.hasApi === true ? 'account' : 'hook';
}

/** A source as its form is filled in. */
export class SourceDraft {
  id = $state('');
  profile = $state('');
  kind = $state<SourceKind>('broker');
  url = $state('');
  username = $state('');
  password = $state('');
  /** One a line. */
  topics = $state('');
  /** Kept as the `api` secret, and never shown again. */
  token = $state('');
  options = $state<Record<string, unknown>>({});
  readonly isKept: boolean;

  constructor(source: SourceForm | null, kind: SourceKind) {
    this.isKept = source !== null;
    this.kind = kind;
    if (source === null) return;
    this.id = source.id;
    this.profile = source.profile;
    this.url = source.url ?? '';
    this.username = source.username ?? '';
    this.topics = (source.topics ?? []).join('\n');
    this.options = { ...source.options };
  }

  form(): SourceForm {
    const base = { id: this.id.trim(), profile: this.profile };
    const options = Object.fromEntries(Object.entries(this.options).filter(([, value]) => value !== ''));
    const withOptions = Object.keys(options).length > 0 || this.isKept ? { options } : {};
    if (this.kind !== 'broker') {
      const url = this.url.trim();
      const token = this.token === '' ? {} : { apiSecret: this.token };
      return { ...base, ...(url !== '' ? { url } : this.isKept ? { url: null } : {}), ...token, ...withOptions };
    }
    const topics = linesOf(this.topics);
    return {
      ...base,
      url: this.url.trim(),
      ...(this.username.trim() !== '' || this.isKept ? { username: this.username.trim() || null } : {}),
      ...(this.password === '' ? {} : { password: this.password }),
      ...(topics.length > 0 || this.isKept ? { topics } : {}),
      ...withOptions,
    };
  }
}
