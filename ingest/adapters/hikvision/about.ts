import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Hikvision',
  models: [
    'Dual-lens people counting cameras (iDS-2CD68…, DS-2CD68…, iDS-2CD81…)',
    'Cameras with the ISAPI event PeopleCounting',
  ],
  kind: 'device',
  transports: ['http'],
  reads: [
    'PeopleCounting, statistics by time range: people who entered, left, and passed by (pass) between two instants.',
    'PeopleCounting in real time, mode cumulative: the camera’s totals since its daily reset.',
    'Each region counts as a line of its own; a further channel of a recorder as ch2, ch3, …',
    'People in a queue (personQueueCounting, personQueueRealTime, in JSON): the length of each region, where the device measures queues or its map names the region.',
    'Video tampering (shelteralarm): the camera is covered until it says otherwise.',
  ],
  leavesOut: [
    'childCounting and people counted twice (duplicatePeople): parts of the totals, or taken out of them by the camera.',
    'Vehicles and bicycles (vehicleEnter, bicycleEnter, …): no people.',
    'Waiting times (personQueueTime): no body of it is public, so that it is shown in the live view and counts nowhere.',
    'Other alarms of the camera (motion, line crossing detection, faces, plates): they only show that it lives; pictures are dropped.',
    'The number activePostCount, which counts repeats of an alarm and names nothing.',
  ],
  steps: [
    'Configuration → People Counting (Counting): draw the detection line with its arrow into the shop, enable people counting, and arm it for the whole week (Arming Schedule).',
    'There, switch on the upload of statistics by the data statistics cycle (1 to 15 minutes) and switch off Real-Time Upload Data: both together report the same people twice, and Lintel counts the one that “Counting by” says.',
    'Linkage Method: tick Notify Surveillance Center, without which nothing is sent.',
    'Configuration → Network → Advanced Settings → HTTP Listening (older firmware: Configuration → Event → Alarm Server; ISAPI: /ISAPI/Event/notification/httpHosts): enter this server’s address and port, protocol HTTP or HTTPS, and as the URL the path of {hook}. The path holds the secret, because most firmwares show none.',
    'Queues: Configuration → Queue Management (Queue Detection): draw the region in front of the tills, enable queuing-up detection with real-time upload. Once it was heard, choose its queue under “Zones that are queues” on the device’s page. What is public of these alarms is little: look at the live view before you rely on it.',
    'Configuration → System → Time Settings: the right zone and NTP.',
    'Enter the camera’s MAC address as “Address in its messages” where several cameras share a webhook.',
  ],
  learntFrom: [
    'https://www.scribd.com/document/788404976 (Device Network SDK, People Counting, Developer Guide)',
    'https://www.manualshelf.com/manual/hikvision/ids-2cd8146g0-izs/user-manual-english/page-160.html',
    'EventNotificationAlert messages of cameras, as five public integrations quote them',
  ],
};
