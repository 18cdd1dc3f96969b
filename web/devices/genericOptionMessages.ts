/** What each path and word of the generic make is; by the option's name. The adapter says the same in English. */
export const genericOptionMessages = {
  topic: {
    label: 'Topic pattern',
    explanation:
      'Which of the topics carry counts, with {address}, {line} and {direction} where the topic says them: shop/{line}/{direction}. Several: one a line. Absent: all do.',
  },
  items: {
    label: 'Reports in the message',
    explanation:
      'Where several stand in one message: doors[*]. Further paths are then of one of them, or begin with $ for the message.',
  },
  in: {
    label: 'People in',
    explanation: 'Path of the number: people.in, counts[0].enter. With [*] the sum.',
  },
  out: {
    label: 'People out',
    explanation: 'Path of the number.',
  },
  passersBy: {
    label: 'Passers-by',
    explanation: 'Path of the number.',
  },
  direction: {
    label: 'Word for the direction',
    explanation:
      'Path of a word such as enter or leave, where the message says one; each such message is a person, or the number at count.',
  },
  count: {
    label: 'Number with the word',
    explanation:
      'Path of the number that goes with the word for the direction; absent: the message itself where it is a number, else 1.',
  },
  inWords: {
    label: 'Words for in',
    explanation: 'With commas between. Absent: in, enter, entry, entrance, entered. Other words (idle) count nobody.',
  },
  outWords: {
    label: 'Words for out',
    explanation: 'Absent: out, exit, leave, left, exited.',
  },
  passersByWords: {
    label: 'Words for passers-by',
    explanation: 'Absent: passerBy, passersBy, pass, passing.',
  },
  present: {
    label: 'People there now',
    explanation: 'Path of a number of people who are there now: shows that the device lives, counts nobody.',
  },
  factor: {
    label: 'Factor',
    explanation: 'By which numbers are multiplied to become people: 0.5 where a beam sees everybody come and go.',
  },
  line: {
    label: 'Line',
    explanation: 'Path of the name of the line or zone, or # for its place in the array of items.',
  },
  address: {
    label: 'Address',
    explanation: 'Path of what names the device, where several come by one topic.',
  },
  start: {
    label: 'Begin of the interval',
    explanation: 'Path of the time.',
  },
  end: {
    label: 'End of the interval',
    explanation: 'Path of the time.',
  },
  length: {
    label: 'Length of the interval',
    explanation: 'A number, or its path; with begin or end.',
  },
  lengthUnit: {
    label: 'Unit of the length',
    explanation: 'Absent: seconds.',
  },
  time: {
    label: 'Time',
    explanation: 'Path of the time of the totals or of the crossing. Absent: when the message is received.',
  },
  timeFormat: {
    label: 'How times are written',
    explanation:
      'looks: RFC 3339 with an offset, or seconds or milliseconds since 1970 by their size. local: without an offset, by the clocks of the shop.',
  },
  id: {
    label: 'Id',
    explanation:
      'Path of a number or text that no other message has, by which a message that is delivered twice is known.',
  },
  where: {
    label: 'Only messages where',
    explanation: 'Lines such as type = counter, state = on, off; * means that there is something.',
  },
  availability: {
    label: 'Topic of its last will',
    explanation: 'On which the device says online and offline, with + for any level.',
  },
  availabilityField: {
    label: 'Field of its last will',
    explanation: 'Where the word stands in JSON; absent: state, or the message itself.',
  },
  onlineWords: {
    label: 'Words for online',
    explanation: 'Absent: online, true, on, 1, connected.',
  },
  offlineWords: {
    label: 'Words for offline',
    explanation: 'Absent: offline, false, off, 0, disconnected, unavailable.',
  },
};
