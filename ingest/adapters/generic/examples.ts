import type { AdapterExample } from '../adapter.ts';

/** What many have, ready to copy; the fixtures are read by these very options. */
export const genericExamples = {
  esp32Totals: {
    title: 'Home-made ESP32 or ESPHome: totals as plain numbers',
    explanation:
      'It publishes `shop/door/in` and `shop/door/out` with running totals, at least once a minute, and its last will `offline` (`online` when it connects) on `shop/door/status`. Totals need no clock and survive lost messages. Both directions in one message (the next example) are better where it can.',
    device: {
      profile: 'generic',
      mode: 'cumulative',
      topics: ['shop/door/#'],
      options: { topic: 'shop/door/{direction}', availability: 'shop/door/status' },
    },
    learntFrom: 'https://esphome.io/components/mqtt.html',
  },
  esp32Json: {
    title: 'Home-made ESP32: both totals in JSON',
    explanation:
      'It publishes `{"in": 1204, "out": 1189, "t": 1767225600}`: running totals and its clock (epoch seconds; leave `time` away where it has none).',
    device: {
      profile: 'generic',
      mode: 'cumulative',
      topics: ['esp/{address}/people', 'esp/{address}/status'],
      address: 'door-7',
      options: {
        topic: 'esp/{address}/people',
        availability: 'esp/+/status',
        in: 'in',
        out: 'out',
        time: 't',
        timeFormat: 's',
      },
    },
    learntFrom: 'a format of one’s own',
  },
  esp32Events: {
    title: 'Home-made ESP32: one message for each person',
    explanation:
      'It publishes `{"dir": "in", "n": 1, "seq": "17-204"}`. The id (here a count of starts and one of messages) lets a message that is delivered twice count once; without one each delivery counts.',
    device: {
      profile: 'generic',
      mode: 'event',
      topics: ['esp/door-8/passed'],
      options: { direction: 'dir', count: 'n', id: 'seq' },
    },
    learntFrom: 'a format of one’s own',
  },
  zigbee2mqtt: {
    title: 'Zigbee2MQTT: SiHAS people counter (CSM-300Z)',
    explanation:
      'Each message with the status `in` or `out` is one person; `idle` and `people` (how many are inside now) count nobody. Set `filtered_cache: [status]` for the device in Zigbee2MQTT, so that a report of the battery does not say the last status again, and `advanced.last_seen: ISO_8601`, which gives the time.',
    device: {
      profile: 'generic',
      mode: 'event',
      topics: ['zigbee2mqtt/door', 'zigbee2mqtt/door/availability'],
      options: {
        topic: 'zigbee2mqtt/door',
        availability: 'zigbee2mqtt/door/availability',
        direction: 'status',
        time: 'last_seen',
      },
    },
    learntFrom: 'https://www.zigbee2mqtt.io/devices/CSM-300ZB.html',
  },
  shelly: {
    title: 'Shelly Gen2 and later: a light beam at a counter input (Plus Uni)',
    explanation:
      'The input is of the type `count`; its total is read from the notifications. A single beam sees people come and go alike: with the factor 0.5 its total is halved, and `countAs` of the entrance stays `in`. MQTT on the device: “RPC status notifications over MQTT” on.',
    device: {
      profile: 'generic',
      mode: 'cumulative',
      topics: ['shellyplusuni-a8b9/events/rpc', 'shellyplusuni-a8b9/online'],
      options: {
        topic: '+/events/rpc',
        availability: '+/online',
        where: { method: 'NotifyStatus', 'params.input:2.counts.total': '*' },
        in: 'params.input:2.counts.total',
        factor: 0.5,
        time: 'params.ts',
        timeFormat: 's',
      },
    },
    learntFrom: 'https://shelly-api-docs.shelly.cloud/gen2/ComponentsAndServices/Input',
  },
  homeAssistant: {
    title: 'Home Assistant: any counter it knows, by MQTT Statestream',
    explanation:
      'Statestream publishes each entity as a plain text; here `sensor.door_in` and `sensor.door_out` are totals (`state_class: total_increasing`). `unavailable` and `unknown` are no numbers and count nobody.',
    device: {
      profile: 'generic',
      mode: 'cumulative',
      topics: ['statestream/sensor/+/state'],
      options: { topic: 'statestream/sensor/door_{direction}/state' },
    },
    learntFrom: 'https://www.home-assistant.io/integrations/mqtt_statestream/',
  },
  homeAssistantHook: {
    title: 'Home Assistant: by a REST command',
    explanation:
      'An automation posts `{"entity": "sensor.door_in", "state": "{{ states(\'sensor.door_in\') }}", "changed": "{{ now().isoformat() }}"}` to {hook}, with the header `Authorization: Bearer {secret}`.',
    device: {
      profile: 'generic',
      mode: 'cumulative',
      options: {
        direction: 'entity',
        inWords: 'sensor.door_in',
        outWords: 'sensor.door_out',
        count: 'state',
        time: 'changed',
      },
    },
    learntFrom: 'https://www.home-assistant.io/integrations/rest_command/',
  },
  nodeRed: {
    title: 'Node-RED: intervals in an array',
    explanation:
      'A flow gathers what its nodes count and publishes `{"doors": [{"door": "main", "from": "2026-03-20T09:00:00Z", "seconds": 300, "entered": 4, "left": 3}]}`.',
    device: {
      profile: 'generic',
      mode: 'interval',
      topics: ['nodered/people'],
      options: { items: 'doors[*]', line: 'door', in: 'entered', out: 'left', start: 'from', length: 'seconds' },
    },
    learntFrom: 'https://nodered.org/docs/user-guide/messages',
  },
  tasmota: {
    title: 'Tasmota: counters of a flashed switch',
    explanation:
      'Its telemetry has totals and a time by the clocks of the shop, without an offset. Two beams one behind the other are needed to tell in from out; here C1 and C2 are two doors where only one direction is let through.',
    device: {
      profile: 'generic',
      mode: 'cumulative',
      topics: ['tele/door/SENSOR', 'tele/door/LWT'],
      options: {
        topic: 'tele/door/SENSOR',
        availability: 'tele/door/LWT',
        in: 'COUNTER.C1',
        out: 'COUNTER.C2',
        time: 'Time',
        timeFormat: 'local',
      },
    },
    learntFrom: 'https://tasmota.github.io/docs/MQTT/',
  },
  steinel: {
    title: 'STEINEL HPD2 and HPD3: people in zones',
    explanation:
      'It says how many are in each zone now (the place in the array is the zone), not who came in: the device is shown as alive and its zones in the live view, and nobody is counted.',
    device: {
      profile: 'generic',
      mode: 'event',
      topics: ['steinel/hall/DetectedPersonsZone'],
      options: { present: 'DetectedPersonsZone[*]' },
    },
    learntFrom: 'messages of a running device in public code',
  },
} as const satisfies Readonly<Record<string, AdapterExample>>;
