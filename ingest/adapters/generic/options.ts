import type { AdapterOption } from '../adapter.ts';

function option(name: string, label: string, explanation: string): AdapterOption {
  return { name, label, explanation, isRequired: false };
}

/** In the order in which they are filled in. */
export const genericOptions: readonly AdapterOption[] = [
  option(
    'topic',
    'Topic pattern',
    'Which of the topics carry counts, with {address}, {line} and {direction} where the topic says them: shop/{line}/{direction}. Several: one a line. Absent: all do.',
  ),
  option(
    'items',
    'Reports in the message',
    'Where several stand in one message: doors[*]. Further paths are then of one of them, or begin with $ for the message.',
  ),
  option('in', 'People in', 'Path of the number: people.in, counts[0].enter. With [*] the sum.'),
  option('out', 'People out', 'Path of the number.'),
  option('passersBy', 'Passers-by', 'Path of the number.'),
  option(
    'direction',
    'Word for the direction',
    'Path of a word such as enter or leave, where the message says one; each such message is a person, or the number at count.',
  ),
  option(
    'count',
    'Number with the word',
    'Path of the number that goes with the word for the direction; absent: the message itself where it is a number, else 1.',
  ),
  option(
    'inWords',
    'Words for in',
    'With commas between. Absent: in, enter, entry, entrance, entered. Other words (idle) count nobody.',
  ),
  option('outWords', 'Words for out', 'Absent: out, exit, leave, left, exited.'),
  option('passersByWords', 'Words for passers-by', 'Absent: passerBy, passersBy, pass, passing.'),
  option(
    'present',
    'People there now',
    'Path of a number of people who are there now: shows that the device lives, counts nobody.',
  ),
  option(
    'factor',
    'Factor',
    'By which numbers are multiplied to become people: 0.5 where a beam sees everybody come and go.',
  ),
  option('line', 'Line', 'Path of the name of the line or zone, or # for its place in the array of items.'),
  option('address', 'Address', 'Path of what names the device, where several come by one topic.'),
  option('start', 'Begin of the interval', 'Path of the time.'),
  option('end', 'End of the interval', 'Path of the time.'),
  option('length', 'Length of the interval', 'A number, or its path; with begin or end.'),
  { ...option('lengthUnit', 'Unit of the length', 'Absent: seconds.'), choices: ['s', 'ms', 'min'] },
  option('time', 'Time', 'Path of the time of the totals or of the crossing. Absent: when the message is received.'),
  {
    ...option(
      'timeFormat',
      'How times are written',
      'looks: RFC 3339 with an offset, or seconds or milliseconds since 1970 by their size. local: without an offset, by the clocks of the shop.',
    ),
    choices: ['looks', 'rfc3339', 'local', 's', 'ms'],
  },
  option(
    'id',
    'Id',
    'Path of a number or text that no other message has, by which a message that is delivered twice is known.',
  ),
  option(
    'where',
    'Only messages where',
    'Lines such as type = counter, state = on, off; * means that there is something.',
  ),
  option(
    'availability',
    'Topic of its last will',
    'On which the device says online and offline, with + for any level.',
  ),
  option(
    'availabilityField',
    'Field of its last will',
    'Where the word stands in JSON; absent: state, or the message itself.',
  ),
  option('onlineWords', 'Words for online', 'Absent: online, true, on, 1, connected.'),
  option('offlineWords', 'Words for offline', 'Absent: offline, false, off, 0, disconnected, unavailable.'),
];
