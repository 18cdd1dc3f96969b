import { describe, expect, test } from 'vitest';
import type { DeviceForm, LineRule, PreviewReport } from '../../web/devices/deviceTypes.ts';
import { withZones, zoneChoice, zonesOf } from '../../web/devices/zones.ts';

const queues = [
  { id: 'tills', name: 'Checkout' },
  { id: 'returns', name: 'Returns' },
];
const camera = (map: readonly LineRule[] = [], measures: DeviceForm['measures'] = ['entries']): DeviceForm => ({
  ...{ id: 'cam', address: '80:1F:12:A0:00:01', map, measures },
});
const report = (address: string, ...findings: PreviewReport['findings']): PreviewReport => ({ address, findings });

describe('zones that are queues', () => {
  test('are those that the camera told of, and those that a rule names', () => {
    const reports = [
      report('801f12a00001', { kind: 'queueSample', queue: 'Zone 10', length: 3 }, { kind: 'interval', line: 'Door' }),
      report('801f12a00001', { kind: 'queueStatistic', queue: 'Zone 10' }, { kind: 'queueVisit', queue: 'Zone 2' }),
      report('another', { kind: 'queueSample', queue: 'Elsewhere', length: 1 }),
    ];
    const map = [
      { line: 'Zone 7', as: 'tills' },
      { line: 'Door', as: 'street' },
    ];
    expect(zonesOf(reports, camera(map), queues)).toEqual([
      { zone: 'Zone 2', length: null },
      { zone: 'Zone 7', length: null },
      { zone: 'Zone 10', length: 3 },
    ]);
  });

  test('count as messages are settled: by rule, by name, and without either only where the device measures queues', () => {
    const map = [
      { line: 'Zone 7', as: 'tills' },
      { line: 'Zone 8', ignore: true },
    ];
    expect(zoneChoice(camera(map), 'Zone 7', queues)).toEqual({ kind: 'queue', queue: 'tills' });
    expect(zoneChoice(camera(map, ['queue']), 'Zone 8', queues)).toEqual({ kind: 'none' });
    expect(zoneChoice(camera(), 'Returns', queues)).toEqual({ kind: 'none' });
    expect(zoneChoice(camera([], ['queue']), 'Returns', queues)).toEqual({ kind: 'queue', queue: 'returns' });
    expect(zoneChoice(camera([], ['queue']), 'Zone 9', queues)).toEqual({ kind: 'own' });
  });

  test('are saved as rules, beside which those of doors stay', () => {
    const map: LineRule[] = [
      { line: 'Door', swap: true },
      { line: 'Zone 1', channels: { in: 'in' } },
    ];
    const chosen = new Map([
      ['Zone 1', { kind: 'queue', queue: 'tills' }],
      ['Zone 2', { kind: 'none' }],
    ] as const);
    expect(withZones(camera(map), chosen).map).toEqual([
      { line: 'Door', swap: true },
      { line: 'Zone 1', channels: { in: 'in' }, as: 'tills' },
    ]);
    expect(withZones(camera([], ['entries', 'queue']), chosen).map).toEqual([
      { line: 'Zone 1', as: 'tills' },
      { line: 'Zone 2', ignore: true },
    ]);
    const back = new Map([['Zone 1', { kind: 'none' }]] as const);
    expect(withZones(camera([{ line: 'Zone 1', as: 'tills', channels: { in: 'in' } }]), back).map).toEqual([
      { line: 'Zone 1', channels: { in: 'in' } },
    ]);
  });

  test('read back what was chosen', () => {
    for (const measures of [['entries'], ['entries', 'queue']] as const) {
      for (const choice of [{ kind: 'none' }, { kind: 'own' }, { kind: 'queue', queue: 'returns' }] as const) {
        const device = { ...camera([], measures), ...withZones(camera([], measures), new Map([['Zone 1', choice]])) };
        expect(zoneChoice(device, 'Zone 1', queues)).toEqual(choice);
      }
    }
  });
});
