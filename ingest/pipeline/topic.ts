/** The levels of a native topic `lintel/v1/{store}/{device}/{kind}`; what is missing is empty. */
export interface NativeTopic {
  readonly storeId: string;
  readonly deviceId: string;
  readonly kind: string;
}

const prefix = 'lintel/v1/';

/** Whether a topic is of Lintel's own language. */
export function isNative(topic: string): boolean {
  return topic.startsWith(prefix);
}

/** Takes a topic apart. Levels beyond the fifth stay part of the kind, which is then unknown. */
export function parseTopic(topic: string): NativeTopic {
  const rest = topic.startsWith(prefix) ? topic.slice(prefix.length) : '';
  const storeEnd = rest.indexOf('/');
  const deviceEnd = storeEnd < 0 ? -1 : rest.indexOf('/', storeEnd + 1);
  if (deviceEnd < 0) return { storeId: storeEnd < 0 ? rest : rest.slice(0, storeEnd), deviceId: '', kind: '' };
  return {
    storeId: rest.slice(0, storeEnd),
    deviceId: rest.slice(storeEnd + 1, deviceEnd),
    kind: rest.slice(deviceEnd + 1),
  };
}

export function nativeTopic(storeId: string, deviceId: string, kind: string): string {
  return `${prefix}${storeId}/${deviceId}/${kind}`;
}
