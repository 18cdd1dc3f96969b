import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { about } from './about.ts';
import { lineFindings, type TriggerMeaning } from './lines.ts';
import { regionFindings } from './regions.ts';

/** Milesight's counters on the network: JSON push of VS125, VS121-P, VS133 and VS135. */
export const milesight: Adapter = {
  profile: 'milesight',
  about,
  measures: ['entries'],
  modes: ['interval', 'cumulative', 'event'],
  channels: { in: 'in', out: 'out' },
  counterBits: 32,
  options: [
    {
      name: 'trigger',
      label: 'Line Trigger Data',
      explanation:
        'What it holds: the people of this crossing (crossings, counted in mode event), or all since the last reset (totals, counted in mode cumulative).',
      isRequired: false,
      choices: ['crossings', 'totals'],
    },
  ],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: ofPeopleAndSim }),
  isLike: (body) => serialOf(fieldsOf(Array.isArray(body) ? body[0] : body)) !== '',
  webhook: {
    proof: 'token',
    methods: ['POST'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

const ofPeopleAndSim = ['people_id', 'gender', 'imei', 'iccid', 'cell_id', 'lac'];

function serialOf(body: Fields): string {
  return textOf(fieldsOf(body['device_info'])['device_sn']);
}

function read(body: unknown, { options }: Envelope): readonly Report[] | Refusal {
  const trigger = options['trigger'] === 'totals' ? 'totals' : 'crossings';
  if (!Array.isArray(body)) {
    const report = reportOf(fieldsOf(body), trigger);
    return report === null ? refuse('schema', nameless) : [report];
  }
  const reports = body.map((one): Report => {
    return reportOf(fieldsOf(one), trigger) ?? { address: '', findings: [fault('schema', nameless)] };
  });
  return reports.length > 0 ? reports : refuse('schema', nameless);
}

const nameless = 'It has no device_info.device_sn: tick Device Info in the report.';

/** null: it does not say of which counter it is. */
function reportOf(message: Fields, trigger: TriggerMeaning): Report | null {
  const address = serialOf(message);
  if (address === '') return null;
  const device = fieldsOf(message['device_info']);
  const alsoKnownAs = [textOf(device['device_mac']), textOf(device['cus_device_id'])].filter((name) => name !== '');
  const counts = [...lineFindings(message, trigger), ...regionFindings(message)];
  return { address, alsoKnownAs, findings: counts.length > 0 ? counts : [nothingOf(message)] };
}

const words = [
  ['region_data', 'regions'],
  ['region_trigger_data', 'a region'],
  ['attention_region_trigger_data', 'a region'],
  ['current_total', 'who is there'],
  ['dwell_time_data', 'dwell times'],
  ['flow_data', 'flows between sides'],
  ['di_trigger_data', 'a digital input'],
  ['alarm_data', 'an alarm'],
] as const;

function nothingOf(message: Fields): Finding {
  const [, word] = words.find(([name]) => name in message) ?? [];
  if (word !== undefined) return aside('other', `Nobody is counted in it: ${word}.`);
  return aside('alive', 'It says of the device only that it lives.');
}
