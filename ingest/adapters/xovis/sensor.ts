import type { Envelope } from '../adapter.ts';
import { aside, type Finding, type Report } from '../finding.ts';
import { type Fields, fieldsOf, textOf } from '../jsonFields.ts';

/** The directions that a person count has; other names are splits of these, levels or durations. */
const passages: ReadonlySet<string> = new Set(['fw', 'bw', 'in', 'out', 'visits']);

export function isPassage(name: string): boolean {
  return passages.has(name);
}

/** What is counted of a package that the sensor marks: test data, history sent again, or the present. */
export type Occasion = 'test' | 'history' | 'live';

const again: ReadonlySet<string> = new Set(['TIME_RANGE', 'ALL', 'LAST_PACKAGE']);

/**
 * The trigger of a package. The vendor's API names the triggers DUMMY_DATA, TIME_RANGE, ALL and LAST_PACKAGE, but not the field of a
 * pushed package that repeats it: what the package says of itself is searched for these words.
 */
export function occasionOf(data: Fields): Occasion {
  const info = fieldsOf(data['package_info']);
  let occasion: Occasion = 'live';
  for (const name in info) {
    const value = info[name];
    const word = typeof value === 'string' ? value : textOf(fieldsOf(value)['type']);
    if (word === '') {
      if (value === true && name.includes('dummy')) return 'test';
    } else if (word === 'DUMMY_DATA') return 'test';
    else if (again.has(word)) occasion = 'history';
  }
  return occasion;
}

/** The view of one sensor, or of several as one; a sensor that pushes both sees the same people twice. */
export function isOtherView(type: string, { options }: Envelope): boolean {
  const wanted = options['view'];
  if (wanted !== 'single' && wanted !== 'multi') return false;
  return type !== '' && (type === 'MULTI_SENSOR') !== (wanted === 'multi');
}

/** What a package says, under its sensor's serial number; never without a finding, so that it can be seen that something came. */
export function reportOf(address: string, findings: readonly Finding[], nothing: string): Report {
  return { address, findings: findings.length > 0 ? findings : [aside('alive', nothing)] };
}

export const testData = aside('test', 'Test data by the sensor’s own word.');
export const otherView = aside('alive', 'Of the other view of the sensors, which this device does not count.');
