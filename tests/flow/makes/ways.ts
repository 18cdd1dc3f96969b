import { bearer, type Make, type Sent } from './make.ts';

/** What a simulated counter sends, by either way. */
export interface Counter {
  readonly device: Readonly<Record<string, unknown>>;
  readonly topic: string;
  readonly path?: string;
  readonly type?: string;
  readonly bodies: readonly (object | string)[];
}

function textOf(body: object | string): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

export function byMqtt(name: string, { device, topic, bodies }: Counter): Make {
  return {
    name: `${name} by MQTT`,
    kind: 'counter',
    device: { topics: [topic], ...device },
    send: () => bodies.map((body): Sent => ({ topic, body: textOf(body) })),
  };
}

/** `inAddress`: the vendor sends no header, the secret stands in the address. */
export function byHttp(
  name: string,
  { device, path = '', type = 'application/json', bodies }: Counter,
  inAddress = false,
): Make {
  return {
    name: `${name} by HTTP`,
    kind: 'counter',
    device,
    send: (secret) =>
      bodies.map(
        (body): Sent => ({
          body: textOf(body),
          path: inAddress ? `/${secret}${path}` : path,
          headers: { 'content-type': type, ...(inAddress ? {} : bearer) },
        }),
      ),
  };
}
