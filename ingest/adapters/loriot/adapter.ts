import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, textOf, wholeOf } from '../jsonFields.ts';
import { bytesOfHex } from '../lorawan/bytes.ts';
import { bitsByModel } from '../lorawan/models.ts';
import {
  lorawanChannels,
  lorawanLearntFrom,
  lorawanLeavesOut,
  lorawanModels,
  lorawanReads,
  modelOption,
} from '../lorawan/options.ts';
import { readUplink } from '../lorawan/uplink.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';

/** People counters on a LORIOT network server, by its HTTP push. */
export const loriot: Adapter = {
  profile: 'loriot',
  about: {
    make: 'LORIOT',
    models: lorawanModels,
    kind: 'device',
    transports: ['http'],
    reads: lorawanReads,
    leavesOut: [
      'The same uplink sent twice, as “rx” and as “gw” (with its gateways): it counts once.',
      'Messages about downlinks (“tx”, “txd”) and of the network (“MACsummary”).',
      ...lorawanLeavesOut,
    ],
    steps: [
      'In LORIOT open the application, Outputs, and add “HTTP Push”: the target URL is {hook}, the custom authorization header is “Bearer {secret}”.',
      'For each counter set up a device; where several share the webhook, with the device EUI as “Address in its messages”.',
      'Set “Model” to what stands on the counter.',
    ],
    learntFrom: ['https://github.com/thingsboard/data-converters (VENDORS/Milesight, LORIOT)', ...lorawanLearntFrom],
  },
  measures: ['entries'],
  modes: ['cumulative', 'event'],
  channels: lorawanChannels,
  counterBitsOf: bitsByModel,
  options: [modelOption],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: ['lat', 'lon'] }),
  isLike: (body) => isFields(body) && textOf(body['EUI']) !== '' && uplinks.has(textOf(body['cmd'])),
  webhook: {
    proof: 'token',
    methods: ['POST'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

/** `gw` carries the gateways that heard it, `rx` does not; an application may be set to send both. */
const uplinks: ReadonlySet<string> = new Set(['rx', 'gw']);

function read(body: unknown, { options }: Envelope): readonly Report[] | Refusal {
  const message = fieldsOf(body);
  const address = textOf(message['EUI']);
  const kind = textOf(message['cmd']);
  if (address === '' || kind === '') return refuse('schema', 'It has no `cmd` and `EUI`: no message of LORIOT.');
  const isUplink = uplinks.has(kind);
  return [
    {
      address,
      findings: isUplink
        ? uplinkOf(message, options)
        : [aside('alive', `A ${kind.slice(0, 40)}: nobody is counted in it.`)],
    },
  ];
}

function uplinkOf(message: Fields, options: Envelope['options']): readonly Finding[] {
  const at = wholeOf(message['ts']);
  if (at === null) return [fault('bad_time', 'The network server’s time `ts` is not a number of milliseconds.')];
  return readUplink({
    bytes: bytesOfHex(message['data']),
    // {status, data}: what a payload decoder in LORIOT made of the bytes.
    decoded: fieldsOf(message['decoded'])['data'],
    port: wholeOf(message['port']),
    model: textOf(options['model']),
    // Whether `rx` and `gw` of one uplink say the very same millisecond is not documented.
    at: at - (at % 1000),
    id: textOf(message['fcnt']),
  });
}
