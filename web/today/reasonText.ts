import type { Outage } from '../../server/kpi/day/schema.ts';
import type { QualityReason } from '../api-types.ts';
import type { Formats } from '../format/formats.ts';
import { outageText } from './attention.ts';
import { dayMessages } from './dayMessages.ts';
import { stepNames } from './dayView.ts';

const causes: readonly Outage['cause'][] = [
  ...(['problem', 'offline', 'silent', 'never_reported'] as const),
  ...(['not_delivered', 'low_coverage', 'ingest_gap'] as const),
];

/** Why a day's figures can't be trusted further, in the page's language; in the server's words where the code is not known here. */
export function reasonText(reason: QualityReason, date: string, formats: Formats): string {
  const step = stepNames.find((one) => one === reason.step) ?? null;
  if (reason.code === 'not_measured' && step !== null) return dayMessages.quality.nobodyMeasures(step);
  const cause = causes.find((one) => one === reason.code);
  const { name = null, since = null, until = null, coverage = null } = reason;
  const isTold = name !== null || since !== null || coverage !== null;
  if (cause === undefined || !isTold || (cause === 'silent' && since === null)) return reason.text;
  return outageText({ cause, step, name, since, until, coverage }, { formats, date });
}
