import type { IPublishPacket, MqttClient } from 'mqtt';

export interface Acknowledger {
  /** Sends the PUBACK, unless the connection the message came by is gone: on another one its number may mean another message. */
  yes(): void;
  /** Ends that connection, so that the broker sends again what was not acknowledged. */
  no(): void;
}

/** To be made when a message arrives, on the connection it came by. */
export function acknowledger(client: MqttClient, { qos, messageId }: IPublishPacket): Acknowledger {
  const { stream } = client;
  const isSame = (): boolean => client.stream === stream && client.connected;
  return {
    yes() {
      if (qos === 0 || messageId === undefined || !isSame()) return;
      // Private, but the only way past mqtt.js' one-at-a-time acknowledgement; tests/ingest pins it.
      client['_sendPacket']({ cmd: 'puback', messageId });
    },
    no() {
      if (qos > 0 && isSame()) stream.destroy();
    },
  };
}
