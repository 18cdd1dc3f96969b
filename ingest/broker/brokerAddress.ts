import { connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { IClientOptions, MqttClient } from 'mqtt';
import { streamBuilder as connectWs } from 'mqtt/lib/connect/ws';

/** An external broker's address, taken apart. */
export interface BrokerAddress {
  /** Opens a connection to it. */
  open(client: MqttClient): Duplex;
  readonly credentials: Pick<IClientOptions, 'username' | 'password'>;
}

/** Takes an address apart: mqtt, mqtts, ws or wss, with user name and password where the broker wants them. */
export function brokerAddress(url: string): BrokerAddress {
  const { protocol, hostname, port, pathname, search, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const credentials = {
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
  };
  const at = (usual: number): { host: string; port: number } => ({ host, port: port === '' ? usual : Number(port) });
  switch (protocol) {
    case 'mqtts:':
      return { credentials, open: () => connectTls({ ...at(8883), servername: host }) };
    case 'ws:':
    case 'wss:': {
      const usual = protocol === 'ws:' ? 80 : 443;
      const options: IClientOptions = {
        ...at(usual),
        hostname: host,
        protocol: protocol === 'ws:' ? 'ws' : 'wss',
        path: `${pathname}${search}`,
        protocolId: 'MQTT',
      };
      // Node's own stream: this builder is the one for Node (mqtt 5.16, lib/connect/index.js).
      return { credentials, open: (client) => connectWs(client, { ...options }) as Duplex };
    }
    default:
      return { credentials, open: () => connectTcp(at(1883)) };
  }
}
