import type { Envelope } from '../adapter.ts';
import { type Finding, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { isOtherView, isPassage, occasionOf, otherView, reportOf, testData } from './sensor.ts';

/** Reads `live_data` of firmware 5: running counters and single crossings. Other events and positions of people give nothing. */
export function readLiveData(data: Fields, envelope: Envelope): Report {
  const sensor = fieldsOf(data['sensor_info']);
  const address = textOf(sensor['serial_number']);
  if (occasionOf(data) === 'test') return { address, findings: [testData] };
  if (isOtherView(textOf(sensor['type']), envelope)) return { address, findings: [otherView] };
  const findings: Finding[] = [];
  const { config } = data;
  const names = isFields(config) ? namesOf(config) : null;
  for (const frame of listOf(data['frames'])) if (isFields(frame)) readFrame(frame, { names, findings });
  return reportOf(address, findings, 'Live data without a passage.');
}

/** Names of counters and lines, for packages whose meta data are `REFERENCED`: their events have ids only. */
interface Names {
  readonly counters: ReadonlyMap<unknown, { readonly name: string; readonly logic: unknown }>;
  readonly logics: ReadonlyMap<unknown, string>;
  readonly geometries: ReadonlyMap<unknown, string>;
}

function namesOf(config: Fields): Names {
  const byId = (list: unknown): Map<unknown, string> =>
    new Map(listOf(list).map((one) => [fieldsOf(one)['id'], textOf(fieldsOf(one)['name'])]));
  const counters = listOf(config['counts']).map((one) => {
    const { id, name, logic_id: logic } = fieldsOf(one);
    return [id, { name: textOf(name), logic }] as const;
  });
  return { counters: new Map(counters), logics: byId(config['logics']), geometries: byId(config['geometries']) };
}

interface Reading {
  /** null: the package has no meta data, and its events have names. */
  readonly names: Names | null;
  readonly findings: Finding[];
}

interface Frame extends Reading {
  readonly at: When | null;
  /** What is tracked in the frame. */
  readonly objects: readonly unknown[];
  /** The frame's counters by line: those of one instant are one reading. */
  readonly counters: Map<string, Record<string, number>>;
}

function readFrame(fields: Fields, reading: Reading): void {
  const events = listOf(fields['events']);
  if (events.length === 0) return;
  const { names, findings } = reading;
  const objects = listOf(fields['tracked_objects']);
  const frame: Frame = { names, findings, at: wireTime(fields['time']), objects, counters: new Map() };
  for (const event of events) if (isFields(event)) readEvent(event, frame);
  const { at, counters } = frame;
  if (at === null) return;
  for (const [line, channels] of counters) findings.push({ kind: 'reading', line, at, channels });
}

/** What is tracked by a track; '' where the frame does not say. */
function typeOf(track: unknown, objects: readonly unknown[]): string {
  for (const object of objects.length > mostObjects ? [] : objects) {
    if (isFields(object) && object['track_id'] === track) return textOf(object['type']);
  }
  return '';
}

/** No sensor tracks more at once; looking through more for each event would take long. */
const mostObjects = 1000;

function readEvent(event: Fields, frame: Frame): void {
  const attributes = fieldsOf(event['attributes']);
  const type = event['type'];
  if (type === 'LINE_CROSS_FORWARD') readCrossing('fw', attributes, frame);
  else if (type === 'LINE_CROSS_BACKWARD') readCrossing('bw', attributes, frame);
  else if (type === 'COUNT_INCREMENT' || type === 'COUNT_RESET') readCounter(attributes, frame);
}

/** A group's crossing goes beside those of its persons, so that what crossed must be known. */
function readCrossing(channel: string, attributes: Fields, { at, names, objects, findings }: Frame): void {
  const track = attributes['track_id'];
  const type = typeOf(track, objects);
  if (type !== '' && type !== 'PERSON') return;
  const geometry = attributes['geometry_id'];
  const line = textOf(attributes['geometry_name']) || names?.geometries.get(geometry) || textOf(geometry);
  if (type === '') {
    const advice = 'include the objects PERSON in the agent’s filters.';
    const detail = `A crossing of ${line} does not say whether a person or a group crossed: ${advice}`;
    findings.push({ ...fault('schema', detail), mode: 'event' });
  } else if (at === null) findings.push(fault('bad_time', `A crossing of ${line} has no time.`));
  else {
    const id = `${textOf(track)}/${textOf(attributes['sequence_number'])}`;
    findings.push({ kind: 'event', line, at, channel, count: 1, id });
  }
}

function readCounter(attributes: Fields, { at, names, objects, counters, findings }: Frame): void {
  const type = typeOf(attributes['track_id'], objects);
  if (type !== '' && type !== 'PERSON') return;
  const known = names?.counters.get(attributes['counter_id']);
  const name = textOf(attributes['counter_name']) || (known?.name ?? '');
  if (!isPassage(name)) return;
  const logic = attributes['logic_id'] ?? known?.logic;
  const line = textOf(attributes['logic_name']) || names?.logics.get(logic) || textOf(logic);
  if (at === null) {
    findings.push(fault('bad_time', `A count of ${line} has no time.`));
    return;
  }
  const value = attributes['counter_value'];
  const total = typeof value === 'number' ? value : Number.NaN;
  const channels = counters.get(line);
  if (channels === undefined) counters.set(line, { [name]: total });
  // Two persons in one frame: the counter's later value is the greater.
  else channels[name] = Math.max(channels[name] ?? 0, total);
}
