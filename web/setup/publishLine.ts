import type { DeviceAccess } from '../api-types.ts';
import type { DeviceKind } from './deviceKinds.ts';

const messageKind: Readonly<Record<DeviceKind, 'counts' | 'sales'>> = {
  door: 'counts',
  outside: 'counts',
  till: 'sales',
};

/** The topic a device publishes its figures under, whether the API named the device's topic or one of its kinds. */
export function figuresTopic(topic: string, kind: DeviceKind): string {
  const stem = topic.replace(/\/(counts|sales|status|\+|#|\{kind\})$/, '');
  return `${stem}/${messageKind[kind]}`;
}

/** A message that counts as little as possible: one person in the minute before `now`, or a receipt in training. */
function sampleOf(kind: DeviceKind, now: Date): unknown {
  if (kind === 'till')
    return { id: `try-${now.getTime()}`, at: now.toISOString(), type: 'sale', total: '1', training: true };
  const end = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const start = new Date(end.getTime() - 60_000);
  const counted = kind === 'door' ? { in: 1, out: 0 } : { passersBy: 1 };
  return { start: start.toISOString(), end: end.toISOString(), ...counted };
}

/** The same as the JSON that the device sends. */
export function sampleBody(kind: DeviceKind, now: Date): string {
  return JSON.stringify(sampleOf(kind, now));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

interface PublishInput {
  readonly kind: DeviceKind;
  readonly access: DeviceAccess;
  /** Used where the server listens on every address and so can't name one. */
  readonly fallbackHost: string;
  readonly now: Date;
}

export function hostOf(access: DeviceAccess, fallbackHost: string): string {
  const { host } = access.mqtt;
  return host === '' || host === '0.0.0.0' || host === '::' ? fallbackHost : host;
}

/** Whether the address leads nobody but this machine itself to it. */
export function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/** A `mosquitto_pub` command that sends a first message as the device would. */
export function publishLine({ kind, access, fallbackHost, now }: PublishInput): string {
  const { port, tls } = access.mqtt;
  return [
    `mosquitto_pub -h ${hostOf(access, fallbackHost)} -p ${port}${tls ? ' --tls-use-os-certs' : ''}`,
    `-u ${access.username} -P ${quoted(access.secret ?? 'SECRET')} -q 1`,
    `-t ${quoted(figuresTopic(access.topic, kind))}`,
    `-m ${quoted(sampleBody(kind, now))}`,
  ].join(' ');
}
