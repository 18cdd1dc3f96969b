import type { AdapterAbout } from '../adapter.ts';
import { lorawanLearntFrom, lorawanLeavesOut, lorawanModels, lorawanReads } from '../lorawan/options.ts';

export const about: AdapterAbout = {
  make: 'ChirpStack',
  models: lorawanModels,
  kind: 'device',
  transports: ['mqtt', 'http'],
  reads: lorawanReads,
  leavesOut: [
    'join, status, log, ack, txack, location and integration events: kept for liveness.',
    'The same uplink by MQTT and by HTTP counts once: by its deduplicationId.',
    'ChirpStack v3 (devEUI beside the data) and events in Protobuf.',
    ...lorawanLeavesOut,
  ],
  steps: [
    'By MQTT: set up a source in Lintel with the address of ChirpStack’s broker; the events come on application/…/device/…/event/…, in JSON.',
    'Or by HTTP: in ChirpStack open Applications, your application, Integrations, HTTP; Payload encoding JSON; Event endpoint URL {hook}; add the header Authorization with the value Bearer {secret}.',
    'For each counter set up a device with the source and, as “Address in its messages”, the Device EUI.',
    'Set “Model” to what stands on the counter. A codec in the device profile is not needed, and does no harm.',
  ],
  learntFrom: [
    'https://www.chirpstack.io/docs/chirpstack/integrations/events.html',
    'https://www.chirpstack.io/docs/chirpstack/integrations/mqtt.html',
    'https://www.chirpstack.io/docs/chirpstack/integrations/http.html',
    ...lorawanLearntFrom,
  ],
};
