import type { Adapter } from '../adapter.ts';
import { isFields } from '../jsonFields.ts';
import { withoutPersonal, withoutPersonalText } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { genericExamples } from './examples.ts';
import { genericOptions } from './options.ts';
import { readGeneric } from './read.ts';

/** Any device that sends numbers or words: read by the device's options, without code. */
export const generic: Adapter = {
  profile: 'generic',
  about: {
    make: 'Any other, by paths',
    models: [
      'Home Assistant',
      'Zigbee2MQTT',
      'Shelly Gen2 and later',
      'Node-RED',
      'ESPHome',
      'Tasmota',
      'STEINEL',
      'home-made',
    ],
    kind: 'device',
    transports: ['mqtt', 'http'],
    reads: [
      'Running totals (mode cumulative), crossings (mode event) and counts of an interval (mode interval), from JSON by paths, or as plain numbers.',
      'Directions as fields (in, out), as a word in the message (a state such as in, out, idle), or as a level of the topic.',
      'Birth message and last will on a topic of their own.',
    ],
    leavesOut: [
      'How many are somewhere now: it says nothing of how many came in.',
      'Changes of a number of people inside: one that was lost would be counted by nobody.',
    ],
    steps: [
      'Have it publish to {broker} as the user {device} with the password {secret}, on a topic of your choice, or post JSON to {hook} with the header “Authorization: Bearer {secret}”.',
      'Open the live view, let somebody walk through the door, and look at the message.',
      'Choose “Counting by”: totals that grow, every passage by itself for one message a person, people in each interval for counts with their time span.',
      'Write where the numbers stand, by the options below, and look at what the next message is understood as.',
    ],
    learntFrom: ['The pages named with each example'],
    examples: Object.values(genericExamples),
  },
  measures: ['entries'],
  modes: ['cumulative', 'event', 'interval'],
  channels: { in: 'in', out: 'out', passersBy: 'passerBy' },
  options: genericOptions,
  body: 'json',
  topics: [],
  read: readGeneric,
  redact: (body) => (typeof body === 'string' ? withoutPersonalText(body) : withNumbers(body, withoutPersonal(body))),
  isLike: () => false,
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 5000,
    verify: verifyShared,
    // The rest of the address stands for the topic; a part as long as a secret is one.
    kindOf: ({ path }) =>
      path
        .split('/')
        .filter((part) => part.length < 22)
        .join('/'),
  },
  api: null,
};

/** Names that elsewhere hold somebody, and in a counter's message a number of them. */
const counted = new Set(['person', 'persons', 'client', 'clients', 'customer', 'customers', 'staff', 'face', 'faces']);

/** Puts numbers of people back, which go by the names of people. */
function withNumbers(sent: unknown, redacted: unknown): unknown {
  if (Array.isArray(sent) && Array.isArray(redacted)) return sent.map((one, i) => withNumbers(one, redacted[i]));
  if (!isFields(sent) || !isFields(redacted)) return redacted;
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(sent)) {
    if (Object.hasOwn(redacted, name)) kept.push([name, withNumbers(value, redacted[name])]);
    else if (typeof value === 'number' && counted.has(name.toLowerCase())) kept.push([name, value]);
  }
  return Object.fromEntries(kept);
}
