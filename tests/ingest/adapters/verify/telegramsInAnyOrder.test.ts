import { cumulative, describeInAnyOrder, iso, minute, moscow } from './anyOrder.ts';

const vs125 = (from: number, came: number, total: number): unknown => ({
  event: 'Line Crossing',
  device_info: { device_sn: '6500A00000000001', device_mac: '24:E1:24:00:00:01', running_time: 100 },
  network_info: { network_status: 'true', ip_address: '192.0.2.5' },
  time_info: { start_time: `${moscow(from)}+03:00`, end_time: `${moscow(from + 60_000)}+03:00`, time_zone: 'UTC+3:00' },
  line_periodic_data: [{ line: 1, line_name: 'Line1', line_uuid: 'u', total: { in: came, out: 1 } }],
  line_total_data: [
    { line: 1, line_uuid: 'u', total: { in_counted: total, out_counted: 8, capacity_counted: total - 8 } },
  ],
});

/** VS350: totals of 16 bits in channel 04 cc, little-endian. */
const passage = (total: number): string =>
  Buffer.from([0x04, 0xcc, total & 255, total >> 8, 0, 0, 0x05, 0xcc, 2, 0, 0, 0]).toString('base64');
const ttn = (count: number, at: number, total: number): unknown => ({
  end_device_ids: { device_id: 'door', dev_eui: '24E124000000000A' },
  received_at: `${iso(at + 200).slice(0, -1)}123456Z`,
  uplink_message: {
    session_key_id: 'AYs=',
    ...(count === 0 ? {} : { f_cnt: count }),
    f_port: 85,
    frm_payload: passage(total),
    received_at: `${iso(at).slice(0, -1)}654321Z`,
  },
});
const chirp = (id: number, at: number, total: number): unknown => ({
  deduplicationId: `00000000-0000-4000-8000-00000000000${id}`,
  time: `${iso(at).slice(0, -1)}123+00:00`,
  deviceInfo: { devEui: '24e124000000000b', deviceProfileName: 'VS133' },
  fPort: 85,
  object: { line_1_total_in: total, line_1_total_out: 3, line_1_period_in: 2 },
});

describeInAnyOrder([
  {
    name: 'Milesight periods',
    profile: 'milesight',
    sent: [
      { body: vs125(minute(0), 2, 50) },
      { body: vs125(minute(1), 0, 50) },
      { body: { ...(vs125(minute(2), 3, 53) as object), isRetransmission: true } },
    ],
    people: { in: 5, out: 3 },
  },
  {
    name: 'Milesight totals',
    profile: 'milesight',
    device: cumulative,
    sent: [
      { body: vs125(minute(0), 2, 50) },
      { body: vs125(minute(1), 0, 50) },
      { body: vs125(minute(2), 3, 53) },
      { body: vs125(minute(3), 3, 1) },
    ],
    people: { in: 4, out: 8 },
  },
  {
    name: 'VS350 at The Things Stack, over the end of 16 bits, with a gap',
    profile: 'ttn',
    device: { connection: { options: { model: 'VS350' } } },
    sent: [
      { body: ttn(0, minute(0), 65_530) },
      { body: ttn(1, minute(10), 65_534) },
      { body: ttn(2, minute(20), 3) },
      { body: ttn(4, minute(40), 9) },
      { body: { ...(ttn(5, minute(50), 999) as object), simulated: true } },
    ],
    people: { in: 15, out: 0 },
  },
  {
    name: 'VS350 whose periods count',
    profile: 'ttn',
    device: { mode: 'event', connection: { options: { model: 'VS350' } } },
    sent: [{ body: ttn(0, minute(0), 1) }, { body: ttn(1, minute(10), 1) }, { body: ttn(2, minute(20), 1) }],
    people: { in: 6, out: 0 },
  },
  {
    name: 'VS133 at ChirpStack',
    profile: 'chirpstack',
    device: { connection: { options: { model: 'VS133' } } },
    sent: [
      { body: chirp(1, minute(0), 70_000) },
      { body: chirp(2, minute(10), 70_004) },
      { body: chirp(3, minute(20), 1) },
    ],
    people: { in: 5, out: 3 },
  },
  {
    name: 'Terabee with a reset',
    profile: 'terabee',
    sent: [
      {
        body: {
          serial_number: 'b827eb000001',
          type: 'counters',
          at: minute(0) / 1000,
          value: { in: 2, out: 1, reset_period: 'manual-a' },
        },
      },
      {
        body: {
          serial_number: 'b827eb000001',
          type: 'counters',
          at: minute(5) / 1000,
          value: { in: 6, out: 1, reset_period: 'manual-a' },
        },
      },
      {
        body: {
          uid: 'b827eb000001',
          type: 'counters',
          time: String(minute(9) / 1000),
          value: { in: 1, out: 0, reset_period: 'manual-b' },
        },
      },
    ],
    people: { in: 5, out: 0 },
  },
]);
