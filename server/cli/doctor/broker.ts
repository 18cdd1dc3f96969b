import { connect } from 'node:net';
import mqtt from 'mqtt';
import type { Config } from '../../config.ts';
import { type Finding, good, wrong } from './finding.ts';

const waitMs = 5000;

function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: waitMs });
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });
}

async function externalBroker(url: string): Promise<Finding> {
  const shown = url.replace(/\/\/[^@/]*@/, '//');
  try {
    const client = await mqtt.connectAsync(url, { connectTimeout: waitMs, reconnectPeriod: 0, clean: true }, false);
    await client.endAsync(true);
    return good('broker', `${shown} answers and takes the user name and password`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return wrong('broker', `${shown}: ${reason}`, 'check that it runs, and the user name and password in MQTT_URL');
  }
}

/** Whether devices could reach their broker now. */
export async function checkBroker({ mqttUrl, mqttPort, host }: Config): Promise<Finding> {
  if (mqttUrl !== null) return externalBroker(mqttUrl);
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  if (await isListening(own, mqttPort)) return good('broker', `something listens on ${own}:${mqttPort}`);
  return wrong(
    'broker',
    `nothing listens on ${own}:${mqttPort}`,
    'start the server (npm start), or set MQTT_PORT as it has it',
  );
}
