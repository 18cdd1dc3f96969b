import { type DoorMinute, iso, minute, minutes, moscow, noon, passages, totals } from './day.ts';
import { loraCounters } from './lorawan.ts';
import type { Make, Sent } from './make.ts';
import { byHttp, byMqtt, type Counter } from './ways.ts';

const xovis: Counter = {
  device: { profile: 'xovis', reportsEvery: 60 },
  topic: 'xovis/front',
  bodies: minutes.map((of, id) => ({
    logics_data: {
      package_info: { version: '5.0', id, agent_id: 3 },
      sensor_info: { serial_number: '80:1F:12:0A:00:77', type: 'SINGLE_SENSOR' },
      logics: [
        {
          id: 1,
          name: 'Front',
          info: 'XLT_LINE_IN_OUT_COUNT',
          geometries: [],
          records: [
            {
              from: of.startAt,
              to: of.endAt,
              counts: [
                { id: 0, name: 'fw', value: of.in },
                { id: 1, name: 'bw', value: of.out },
                { id: 2, name: 'fw-female', value: of.in },
              ],
            },
          ],
        },
      ],
    },
  })),
};

function alert(of: DoorMinute): string {
  const span = `<TimeRange><startTime>${moscow(of.startAt)}+03:00</startTime><endTime>${moscow(of.endAt)}+03:00</endTime></TimeRange>`;
  return `<?xml version="1.0" encoding="UTF-8"?><EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
<ipAddress>192.0.2.80</ipAddress><macAddress>44:47:cc:00:00:77</macAddress><channelID>1</channelID><dateTime>${moscow(of.endAt)}+03:00</dateTime>
<eventType>PeopleCounting</eventType><eventState>active</eventState><channelName>Front</channelName>
<peopleCounting><statisticalMethods>timeRange</statisticalMethods>${span}<enter>${of.in}</enter><exit>${of.out}</exit></peopleCounting></EventNotificationAlert>`;
}

const hikvision: Counter = {
  device: { profile: 'hikvision', reportsEvery: 60 },
  topic: '',
  type: 'application/xml',
  bodies: minutes.map(alert),
};

const axis3d: Counter = {
  device: { profile: 'axis', reportsEvery: 60 },
  topic: '',
  bodies: minutes.map((of) => {
    const span = { utcFrom: iso(of.startAt), utcTo: iso(of.endAt) };
    const items = [
      { direction: 'in', count: of.in, adults: of.in },
      { direction: 'out', count: of.out, adults: 0 },
    ];
    return {
      apiName: 'Axis Retail Data',
      apiVersion: '0.4',
      utcSent: iso(of.endAt),
      data: { ...span, measurements: [{ kind: 'people-counts', ...span, items }] },
      sensor: { application: 'AXIS 3D People Counter', timeZone: 'Europe/Moscow', serial: 'b8a44f000077' },
    };
  }),
};

/** One scenario for each direction; cars are counted beside. */
const axisAnalytics: Counter = {
  device: {
    profile: 'axis',
    mode: 'cumulative',
    map: [
      { line: 'Device1Scenario1', as: 'main' },
      { line: 'Device1Scenario2', as: 'main', channels: { human: 'out' } },
    ],
  },
  topic: 'axis/ACCC8E000077/event/#',
  bodies: [],
};

const irisys: Counter = {
  device: { profile: 'irisys', mode: 'cumulative', reportsEvery: 60 },
  topic: '',
  bodies: totals.map((of, id) => ({
    CountLogs: [
      {
        Counts: [
          { RegisterId: 0, Name: 'Line 1', Value: of.in, Tags: ['direction=IN'] },
          { RegisterId: 1, Name: 'Line 2', Value: of.out, Tags: ['direction=OUT'] },
        ],
        LogEntryId: 100 + id,
        Timestamp: iso(of.at),
      },
    ],
    FriendlyDeviceSerial: 'V4D-26000077',
    IPv4Address: '192.0.2.41',
  })),
};

const irisysMqtt: Counter = {
  device: { profile: 'irisys', mode: 'event', map: [{ line: 'main', channels: { FrontIn: 'in', FrontOut: 'out' } }] },
  topic: 'shop/V4D-26000078/counts',
  bodies: passages.map(({ at, direction }) => [
    { register: direction === 'in' ? 'FrontIn' : 'FrontOut', value: 1, t: `${iso(at).slice(0, 19)}+0000` },
  ]),
};

const milesight: Counter = {
  device: { profile: 'milesight', reportsEvery: 60 },
  topic: 'counters/6537A00000000077',
  bodies: minutes.map((of) => ({
    device_info: { device_mac: '24:E1:24:00:00:77', device_sn: '6537A00000000077', ip_address: '192.0.2.45' },
    line_periodic_data: [
      {
        line: 1,
        line_name: 'Front',
        line_uuid: 'f0000000-0000-4000-8000-000000000077',
        total: { in: of.in, out: of.out },
      },
    ],
    line_total_data: [
      {
        line: 1,
        line_name: 'Front',
        line_uuid: 'f0000000-0000-4000-8000-000000000077',
        total: { in_counted: of.totalIn, out_counted: of.totalOut, capacity_counted: 0 },
      },
    ],
    time_info: {
      start_time: `${moscow(of.startAt)}+03:00`,
      end_time: `${moscow(of.endAt)}+03:00`,
      time_zone: 'UTC+3:00',
    },
  })),
};

const terabee: Counter = {
  device: { profile: 'terabee', reportsEvery: 60 },
  topic: 'terabee/front',
  bodies: totals.map((of) => ({
    at: of.at / 1000,
    type: 'counters',
    serial_number: 'b827eb0a0b77',
    value: { in: of.in, out: of.out, reset_period: 'daily-77' },
  })),
};

/** What each scenario shows when somebody crosses it. */
function crossings(): Sent[] {
  const seen = { in: 700, out: 690 };
  const message = (direction: 'in' | 'out', at: number): Sent => {
    const scenario = `Device1Scenario${direction === 'in' ? 1 : 2}`;
    const data = {
      startTime: iso(noon - 90 * minute),
      reason: 'human',
      total: String(seen[direction] + 30),
      totalCar: '30',
      totalHuman: String(seen[direction]),
    };
    const body = {
      topic: `axis:CameraApplicationPlatform/ObjectAnalytics/${scenario}`,
      timestamp: at,
      serial: 'ACCC8E000077',
      message: { source: {}, key: {}, data },
    };
    return {
      topic: `axis/ACCC8E000077/event/CameraApplicationPlatform/ObjectAnalytics/${scenario}`,
      body: JSON.stringify(body),
    };
  };
  const atNoon = [message('in', noon), message('out', noon + 1)];
  return [
    ...atNoon,
    ...passages.map(({ at, direction }) => {
      seen[direction] += 1;
      return message(direction, at);
    }),
  ];
}

export const counters: readonly Make[] = [
  byMqtt('Xovis', xovis),
  byHttp('Xovis', xovis),
  byHttp('Hikvision', hikvision, true),
  byHttp('AXIS 3D People Counter', axis3d),
  { ...byMqtt('AXIS Object Analytics', axisAnalytics), send: crossings },
  byHttp('Irisys', irisys),
  byMqtt('Irisys', irisysMqtt),
  byMqtt('Milesight', milesight),
  byHttp('Milesight', milesight),
  ...loraCounters,
  byMqtt('Terabee', terabee),
  byHttp('Terabee', terabee),
];
