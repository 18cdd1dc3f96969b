import type { AdapterAbout } from '../adapter.ts';
import { lorawanLearntFrom, lorawanLeavesOut, lorawanModels, lorawanReads } from '../lorawan/options.ts';

export const about: AdapterAbout = {
  make: 'The Things Stack',
  models: lorawanModels,
  kind: 'device',
  transports: ['mqtt', 'http'],
  reads: lorawanReads,
  leavesOut: [
    'Simulated uplinks, joins, downlinks, locations and normalized payloads: kept for liveness.',
    'The same uplink by webhook and by MQTT counts once: by session key, frame counter and time of receipt.',
    ...lorawanLeavesOut,
  ],
  steps: [
    'In the console of The Things Stack open your application, then Integrations.',
    'By MQTT: choose MQTT, press Generate new API key, and set up a source in Lintel with the Public address (mqtts://…:8883), the Username (application@tenant) and the key as password.',
    'Or by webhook: choose Webhooks, Add webhook, Custom webhook; Webhook format JSON; Base URL {hook}; under Additional headers add Authorization with the value Bearer {secret}; under Enabled event types tick Uplink message and leave its path empty.',
    'For each counter set up a device with the source and, as “Address in its messages”, the End device ID or the DevEUI.',
    'Set “Model” to what stands on the counter.',
  ],
  learntFrom: [
    'https://www.thethingsindustries.com/docs/integrations/data-formats/',
    'https://www.thethingsindustries.com/docs/integrations/webhooks/creating-webhooks/',
    'https://www.thethingsindustries.com/docs/integrations/other-integrations/mqtt/',
    ...lorawanLearntFrom,
  ],
};
