import { clock } from '../../house.ts';
import { cumulative, describeInAnyOrder, iso, minute, moscow } from './anyOrder.ts';

const logics = (info: unknown, from: number, fw: number): unknown => ({
  logics_data: {
    sensor_info: { serial_number: '00:6E:02:00:00:01' },
    package_info: { version: '5.0', ...(info as object) },
    logics: [
      {
        id: 1,
        name: 'Door',
        info: 'XLT_LINE_IN_OUT_COUNT',
        records: [
          {
            from,
            to: from + 60_000,
            samples: 750,
            samples_expected: 750,
            counts: [
              { id: 1, name: 'bw', value: 1 },
              { id: 2, name: 'fw', value: fw },
              { id: 3, name: 'fw-male', value: fw },
            ],
          },
        ],
      },
    ],
  },
});

const increment = (at: number, value: number, type = 'COUNT_INCREMENT'): unknown => ({
  live_data: {
    sensor_info: { serial_number: '00:6E:02:00:00:01' },
    frames: [
      {
        time: at,
        tracked_objects: [{ track_id: 7, type: 'PERSON' }],
        events: [
          {
            category: 'COUNT',
            type,
            attributes: {
              logic_id: 1,
              logic_name: 'Door',
              counter_id: 1,
              counter_name: 'fw',
              counter_value: value,
              track_id: 7,
            },
          },
        ],
      },
    ],
  },
});

const alarm = (body: string): string =>
  `<EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema"><ipAddress>192.0.2.9</ipAddress><macAddress>44:19:b6:00:00:01</macAddress><channelID>1</channelID><dateTime>${moscow(clock)}+03:00</dateTime><activePostCount>1</activePostCount><eventType>PeopleCounting</eventType><eventState>active</eventState><peopleCounting>${body}</peopleCounting></EventNotificationAlert>`;
const windowOf = (from: number, enter: number): string =>
  alarm(
    `<statisticalMethods>timeRange</statisticalMethods><TimeRange><startTime>${moscow(from)}+03:00</startTime><endTime>${moscow(from + 15 * 60_000)}+03:00</endTime></TimeRange><enter>${enter}</enter><exit>1</exit><pass>9</pass><duplicatePeople>5</duplicatePeople><childCounting><enter>1</enter><exit>0</exit></childCounting>`,
  );
const shown = (at: number, enter: number): string =>
  alarm(
    `<statisticalMethods>realTime</statisticalMethods><RealTime><time>${moscow(at)}+03:00</time></RealTime><enter>${enter}</enter><exit>0</exit><pass>0</pass>`,
  );

const retail = (from: number, count: number): unknown => {
  const span = { utcFrom: iso(from), utcTo: iso(from + 900_000) };
  const items = [
    { direction: 'in', count, adults: count },
    { direction: 'out', count: '1', adults: 1 },
  ];
  return {
    apiName: 'Axis Retail Data',
    apiVersion: '0.4',
    sensor: { serial: 'ACCC8E000001', ipAddress: '192.0.2.8' },
    data: { ...span, measurements: [{ kind: 'people-counts', ...span, items }] },
  };
};
const crossline = (at: number, total: number, since: number): unknown => ({
  topic: 'tnsaxis:CameraApplicationPlatform/ObjectAnalytics/Device1Scenario1',
  serial: 'ACCC8E000001',
  timestamp: at,
  message: {
    source: {},
    key: {},
    data: { reason: 'human', totalHuman: String(total), total: String(total), totalCar: '4', startTime: iso(since) },
  },
});

const countLog = (id: number, at: number, value: number): unknown => ({
  LogEntryId: id,
  Timestamp: iso(at),
  Counts: [
    { RegisterId: 1, Name: 'DoorIn', Tags: ['direction=IN'], Value: value },
    { RegisterId: 2, Name: 'DoorOut', Tags: ['direction=OUT'], Value: 7 },
    { RegisterId: 3, Name: 'Dwell', Tags: [], Value: 400 },
  ],
});

describeInAnyOrder([
  {
    name: 'Xovis logics, history sent again, test data',
    profile: 'xovis',
    sent: [
      { body: logics({ id: 1 }, minute(0), 3) },
      { body: [logics({ id: 2 }, minute(1), 4), logics({ id: 3 }, minute(2), 0)] },
      { body: logics({ id: 9, trigger: 'LAST_PACKAGE' }, minute(1), 4) },
      { body: logics({ id: 10, trigger: { type: 'DUMMY_DATA' } }, minute(3), 99) },
    ],
    people: { in: 7, out: 3 },
  },
  {
    name: 'Xovis counters with a reset',
    profile: 'xovis',
    device: cumulative,
    sent: [
      { body: increment(minute(0), 100) },
      { body: increment(minute(1), 101) },
      { body: increment(minute(9), 105) },
      { body: increment(minute(20), 0, 'COUNT_RESET') },
      { body: increment(minute(21), 2) },
      { body: logics({ id: 1 }, minute(0), 3) },
    ],
    people: { in: 7, out: 0 },
  },
  {
    name: 'Hikvision windows beside totals',
    profile: 'hikvision',
    sent: [
      { body: windowOf(minute(0), 4) },
      { body: windowOf(minute(15), 6) },
      {
        body: windowOf(minute(15), 6).replace(
          '</peopleCounting>',
          '</peopleCounting><isDataRetransmission>true</isDataRetransmission>',
        ),
      },
      { body: windowOf(minute(0), 4).replace(' xmlns="http://www.isapi.org/ver20/XMLSchema"', '') },
      { body: shown(minute(16), 40) },
      { body: shown(minute(17), 41) },
    ],
    people: { in: 10, out: 2 },
  },
  {
    name: 'Hikvision totals that begin anew, beside windows',
    profile: 'hikvision',
    device: cumulative,
    sent: [
      { body: shown(minute(0), 40) },
      { body: shown(minute(1), 43) },
      { body: shown(minute(2), 0) },
      { body: shown(minute(3), 2) },
      { body: windowOf(minute(0), 4) },
    ],
    people: { in: 5, out: 0 },
  },
  {
    name: 'AXIS 3D People Counter',
    profile: 'axis',
    sent: [{ body: retail(minute(0), 4) }, { body: retail(minute(15), 0) }, { body: retail(minute(30), 5) }],
    people: { in: 9, out: 3 },
  },
  {
    name: 'AXIS Object Analytics with a reset',
    profile: 'axis',
    device: cumulative,
    sent: [
      { body: crossline(minute(0), 12, minute(-3000)) },
      { body: crossline(minute(1), 13, minute(-3000)) },
      { body: crossline(minute(5), 15, minute(-3000)) },
      { body: crossline(minute(8), 1, minute(7)) },
      { body: crossline(minute(9), 2, minute(7)) },
      { body: retail(minute(0), 4) },
    ],
    people: { in: 5, out: 0 },
  },
  {
    name: 'Irisys count logs, the last ones sent again together',
    profile: 'irisys',
    sent: [
      { body: { FriendlyDeviceSerial: 'V4D-17000001', CountLogs: [countLog(1, minute(0), 10)] } },
      { body: { FriendlyDeviceSerial: 'V4D-17000001', CountLogs: [countLog(2, minute(1), 12)] } },
      {
        body: {
          FriendlyDeviceSerial: 'V4D-17000001',
          CountLogs: [countLog(2, minute(1), 12), countLog(3, minute(2), 15), countLog(4, minute(3), 15)],
        },
      },
    ],
    people: { in: 5, out: 0 },
  },
  {
    name: 'Irisys changes, two of one second in one message',
    profile: 'irisys',
    device: { mode: 'event', connection: { map: [{ line: 'main', channels: { A: 'in', B: 'out' } }] } },
    sent: [
      {
        body: [
          { register: 'A', value: 1, t: '2026-03-20T08:00:00+0000' },
          { register: 'A', value: 1, t: '2026-03-20T08:00:00+0000' },
          { register: 'B', value: 2, t: '2026-03-20T08:00:00+0000' },
        ],
      },
      { body: [] },
      { body: [{ register: 'A', value: 1, t: '2026-03-20T08:00:01+0000' }] },
    ],
    people: { in: 3, out: 2 },
  },
]);
