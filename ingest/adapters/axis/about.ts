import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Axis',
  models: [
    'AXIS P8815-2 3D People Counter',
    'Cameras with AXIS 3D People Counter',
    'Cameras with AXIS Object Analytics',
  ],
  kind: 'device',
  transports: ['http', 'mqtt'],
  reads: [
    'AXIS 3D People Counter, generic data push (Axis Retail Data): people in and out between two instants.',
    'AXIS Object Analytics over MQTT, mode cumulative: the running total of humans of each crossline counting scenario, which is a line (Device1Scenario1).',
  ],
  leavesOut: [
    'Adults among the people counted: a part of them.',
    'Vehicles, bicycles and unknown objects of a crossline counting scenario, and its total over all classes.',
    'Occupancy in area: a level, no passages.',
    'Scene metadata (frames, object tracks): tracks are no counts; what they hold of pictures and clothes is dropped.',
    'AXIS People Counter (tvpc): it is asked, and pushes nothing.',
  ],
  steps: [
    'AXIS 3D People Counter: open the application’s settings, Reporting → generic data push: endpoint URL {hook}, API token {secret} (the camera sends it as Authorization: Bearer), interval 1 minute. The camera wants HTTPS with a certificate that it can verify: install your own root CA in it if need be.',
    'AXIS Object Analytics: add a scenario Crossline counting with the object class Human. A scenario counts one direction: for the way out add a second one with the line turned round, and map its channel human to out.',
    'The camera’s web interface → System → MQTT → MQTT client: host {broker}, user name {device}, password {secret}; connect. MQTT publication: Add condition → Application: Object Analytics, the scenario; include the serial number in the payload.',
    'In Lintel, for AXIS Object Analytics: topic {topic}, such as axis/SERIAL/event/# with the camera’s serial number, and “Counting by” totals that grow.',
    'Enter the camera’s serial number as “Address in its messages” where several cameras share a webhook or topic.',
  ],
  learntFrom: [
    'https://developer.axis.com/vapix/applications/p8815-2-3d-people-counter-api',
    'https://developer.axis.com/analytics/axis-object-analytics/how-to-guides/axis-object-analytics-counting-data',
    'https://github.com/AxisCommunications/tutorial-axis-object-analytics-to-grafana',
    'https://github.com/akenza-io/device-type-library (types/axis/peopleCounter)',
  ],
};
