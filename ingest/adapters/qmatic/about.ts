import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Qmatic',
  models: ['Orchestra (events of its event connector or webhooks)'],
  kind: 'device',
  transports: ['http', 'mqtt'],
  reads: [
    'VISIT_CREATE: somebody took a ticket, in the queue queueId (or queueName).',
    'VISIT_CALL, VISIT_CONFIRM: called to a counter. The first call counts.',
    'VISIT_END: served, and gone. VISIT_NOSHOW, VISIT_REMOVE: gave up.',
  ],
  leavesOut: [
    'Who took the ticket, who serves, and what is noted about a visit: dropped as it comes.',
    'Recalls, recycling, transfers between queues, and events of users, counters and printers: the visit stays in the queue where it began.',
    'The names of parameters follow what Qmatic’s event envelope and its documents say of visits; no body of a VISIT event is public. Look at the live view before you rely on it.',
  ],
  steps: [
    'Have Orchestra’s event connector (or a webhook of Orchestra Cloud) post VISIT_CREATE, VISIT_CALL, VISIT_END, VISIT_NOSHOW and VISIT_REMOVE as JSON to {hook}, with HTTP Basic or a bearer token {secret}; or have it published by MQTT to {topic}.',
    'One device for each branch: “Address in its messages” is the branch’s number (branchId).',
    'Choose, for each of Qmatic’s queues (by its number queueId), the queue of the store under “Zones that are queues” on the device’s page.',
  ],
  learntFrom: ['https://github.com/qmatic/orchestra-events (the event envelope)'],
};
