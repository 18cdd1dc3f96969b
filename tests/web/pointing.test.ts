import { describe, expect, it } from 'vitest';
import type { DeviceForm, PreviewReport } from '../../web/devices/deviceTypes.ts';
import {
  type Choice,
  choiceOf,
  freeId,
  groupOf,
  linesOf,
  planOf,
  seenAddresses,
  seenLines,
  type Target,
} from '../../web/devices/pointing.ts';

const cam: DeviceForm = { id: 'cam', profile: 'xovis', measures: ['entries'], entrance: 'main' };
const reports: PreviewReport[] = [
  {
    address: '00:6E:02:0A:AB:01',
    findings: [
      { kind: 'interval', line: 'Line 10', channels: { fw: 1, bw: 0 } },
      { kind: 'interval', line: 'Line 2', channels: { fw: 3, bw: 2 } },
    ],
  },
  { address: '00:6E:02:0A:AB:99', findings: [{ kind: 'event', line: 'Line 7', channel: 'fw', count: 1 }] },
  { address: '', findings: [{ kind: 'aside' }, { kind: 'interval', line: 'Line 2', channels: { fw: 4, bw: 1 } }] },
];

const at = (line: string, target: Target, more: Partial<Choice> = {}): Choice => ({
  line,
  target,
  swap: false,
  channels: {},
  ...more,
});
const here = { kind: 'device', device: 'cam' } as const;
const side = { kind: 'entrance', entrance: 'side' } as const;

const entranceNames = new Map([['side', 'Side entrance']]);

function planned(choices: readonly Choice[], riders: readonly DeviceForm[] = [], home = cam) {
  return planOf({ group: { home, riders }, choices, taken: ['cam', 'till'], streetEntrance: 'main', entranceNames });
}

describe('what was seen of a vendor’s device', () => {
  it('is its lines in order, each as it was last, of one sender alone where that is chosen', () => {
    expect(seenLines(reports, null).map(({ line, last }) => [line, last])).toEqual([
      ['Line 2', 'fw 4, bw 1'],
      ['Line 7', 'fw 1'],
      ['Line 10', 'fw 1, bw 0'],
    ]);
    expect(seenLines(reports, '006e020aab01').map(({ line }) => line)).toEqual(['Line 2', 'Line 10']);
    expect(seenAddresses(reports)).toEqual(['00:6E:02:0A:AB:01', '00:6E:02:0A:AB:99']);
  });

  it('is joined by lines that a setting speaks of, though they were not seen', () => {
    const group = {
      home: { ...cam, map: [{ line: 'Line 3', ignore: true }] },
      riders: [{ id: 'b', lines: ['Line 4'] }],
    };
    expect(linesOf(group, seenLines(reports, '006e020aab01')).map(({ line }) => line)).toEqual([
      'Line 2',
      'Line 10',
      'Line 3',
      'Line 4',
    ]);
  });
});

describe('pointing lines at entrances', () => {
  it('makes a device for each further entrance, which shares the camera’s messages and takes its own lines alone', () => {
    const { changes, added } = planned([at('1', here), at('2', side, { swap: true })]);
    expect(added).toEqual(['cam-side']);
    expect(changes).toEqual([
      { id: 'cam', lines: [], map: [{ line: '2', ignore: true }] },
      {
        ...{ id: 'cam-side', name: 'cam, Side entrance', profile: 'xovis', measures: ['entries'] },
        ...{ source: 'cam', entrance: 'side' },
        ...{ lines: ['2'], map: [{ line: '2', swap: true }] },
      },
    ]);
  });

  it('shares a source’s messages by the sender’s own name', () => {
    const lora = {
      ...cam,
      source: 'tts',
      address: 'a840',
      topics: ['v3/+/devices/a840/up'],
      options: { model: 'VS121' },
    };
    const [, rider] = planned([at('1', here), at('2', side)], [], lora).changes;
    expect(rider).toMatchObject({ source: 'tts', address: 'a840', options: { model: 'VS121' }, lines: ['2'] });
  });

  it('moves the device itself where nothing is left at its entrance', () => {
    expect(planned([at('1', side), at('2', { kind: 'ignore' })])).toEqual({
      changes: [{ id: 'cam', lines: [], map: [{ line: '2', ignore: true }], entrance: 'side' }],
      added: [],
    });
  });

  it('keeps what was said of other lines, and takes back what was said of these', () => {
    const home = {
      ...cam,
      map: [
        { line: '1', swap: true },
        { line: '9', ignore: true },
      ],
    };
    const rider = { id: 'cam-side', source: 'cam', entrance: 'side', lines: ['2'], map: [{ line: '2', swap: true }] };
    const { changes } = planned([at('1', here), at('2', here, { channels: { fw: 'out' } })], [rider], home);
    expect(changes).toEqual([
      {
        id: 'cam',
        lines: [],
        map: [
          { line: '9', ignore: true },
          { line: '2', channels: { fw: 'out' } },
        ],
      },
      {
        ...rider,
        lines: [],
        map: [
          { line: '1', ignore: true },
          { line: '2', ignore: true },
        ],
      },
    ]);
  });

  it('is read back from the settings as it was chosen', () => {
    const { changes } = planned([at('1', here, { swap: true }), at('2', side), at('3', { kind: 'ignore' })]);
    const devices = changes.map((change) => (change.id === 'cam' ? { ...cam, ...change } : change));
    for (const one of devices) {
      const group = groupOf(devices, one);
      expect([group.home.id, group.riders.map(({ id }) => id)]).toEqual(['cam', ['cam-side']]);
      expect(choiceOf(group, '1')).toEqual(at('1', here, { swap: true }));
      expect(choiceOf(group, '2').target).toEqual({ kind: 'device', device: 'cam-side' });
      expect(choiceOf(group, '3').target).toEqual({ kind: 'ignore' });
    }
  });

  it('finds an id that is nobody’s', () => {
    expect(freeId('cam-side', ['cam-side', 'cam-side-2'])).toBe('cam-side-3');
    expect(freeId('cam-', [])).toBe('cam');
  });
});
