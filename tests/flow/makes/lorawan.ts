import { iso, minutes, totals } from './day.ts';
import type { Make } from './make.ts';
import { byHttp, byMqtt, type Counter } from './ways.ts';

/** A VS133's telegram: its totals of line 1. */
function telegram(people: { in: number; out: number }): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(0x03d2, 0);
  bytes.writeUInt32LE(people.in, 2);
  bytes.writeUInt16BE(0x04d2, 6);
  bytes.writeUInt32LE(people.out, 8);
  return bytes;
}

const ttn: Counter = {
  device: { profile: 'ttn', address: '24E12400000C0771', options: { model: 'VS133' } },
  topic: 'v3/shops@ttn/devices/front/up',
  bodies: totals.map((of, f_cnt) => ({
    end_device_ids: { device_id: 'front', application_ids: { application_id: 'shops' }, dev_eui: '24E12400000C0771' },
    received_at: iso(of.at),
    uplink_message: {
      session_key_id: 'AZWnSESSION77aaaaaaaaaa==',
      f_port: 85,
      // protobuf leaves a 0 out.
      ...(f_cnt === 0 ? {} : { f_cnt }),
      received_at: iso(of.at),
      frm_payload: telegram(of).toString('base64'),
    },
  })),
};

const chirpstack: Counter = {
  device: { profile: 'chirpstack', address: '24e12400000c0772', options: { model: 'VS133' } },
  topic: 'application/7c3a1f00-0000-4000-8000-000000000077/device/24e12400000c0772/event/up',
  path: '?event=up',
  bodies: totals.map((of, place) => ({
    deduplicationId: `0f6f9c1e-6f3e-4a57-9d4c-00000000${String(place).padStart(4, '0')}`,
    time: iso(of.at).replace('Z', '+00:00'),
    deviceInfo: { deviceName: 'Front', devEui: '24e12400000c0772', deviceProfileName: 'Counters' },
    devAddr: '01a2b3c7',
    fCnt: place,
    fPort: 85,
    object: { line_1_total_in: of.in, line_1_total_out: of.out },
  })),
};

const loriot: Counter = {
  device: { profile: 'loriot', options: { model: 'VS133' } },
  topic: '',
  bodies: totals.flatMap((of, fcnt) =>
    ['rx', 'gw'].map((cmd) => ({
      cmd,
      EUI: '24E12400000C0773',
      ts: of.at,
      fcnt,
      port: 85,
      data: telegram(of).toString('hex'),
    })),
  ),
};

/** Over NB-IoT, with the periods and the device's own date by which a telegram is known again. */
const imbuildings: Counter = {
  device: { profile: 'imbuildings', mode: 'event' },
  topic: '',
  bodies: minutes.map((of) => {
    const date = iso(of.endAt).replace(/\D/g, '').slice(0, 14);
    const people = [of.in, of.out].map((count) => count.toString(16).padStart(4, '0')).join('');
    const report = {
      serialNumber: 'IMEI:350000000000077',
      timestamp: of.endAt,
      resourcePath: 'uplinkMsg/0/data',
      value: `0204e8eb1b00000100010b8f${date}${people}00`,
    };
    return { reports: [report], registrations: [], deregistrations: [], updates: [], expirations: [], responses: [] };
  }),
};

export const loraCounters: readonly Make[] = [
  byMqtt('The Things Stack', ttn),
  byHttp('The Things Stack', ttn),
  byMqtt('ChirpStack', chirpstack),
  byHttp('ChirpStack', chirpstack),
  byHttp('LORIOT', loriot),
  byHttp('IMBuildings', imbuildings, true),
];
