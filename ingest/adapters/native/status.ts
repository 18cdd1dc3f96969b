import type { Status } from '../../../db/vocabulary/event.ts';
import {
  asIs,
  type DecodeContext,
  type ItemDecoder,
  type Refusal,
  refuse,
  type Understood,
  understood,
} from '../decoded.ts';
import { type Fields, instantField, isFields, isRefusal, textField, timeField } from './fields.ts';

/** `status`: online or offline, a problem that spoils the counts, battery and firmware (contract 3). */
export const statusDecoder: ItemDecoder = { decode: decodeStatus, redact: asIs };

function isState(value: unknown): value is Status['state'] {
  return value === 'online' || value === 'offline';
}

function decodeStatus(item: unknown, context: DecodeContext): Understood | Refusal {
  if (isState(item)) return understood([bareStatus(item)]);
  if (!isFields(item)) return refuse('schema', 'The item is neither online, offline nor an object.');
  const state = item['state'];
  if (!isState(state)) return refuse('schema', 'state is neither online nor offline.');
  const details = detailsOf(item);
  if (isRefusal(details)) return details;
  const at = item['at'] === undefined || item['at'] === null ? null : instantField(item, 'at', context);
  if (isRefusal(at)) return at;
  const updatedAt = timeField(item, 'updatedAt', context);
  if (isRefusal(updatedAt)) return updatedAt;
  return understood([{ kind: 'status', state, at, ...details, updatedAt }]);
}

function bareStatus(state: Status['state']): Status {
  return { kind: 'status', at: null, state, problem: null, battery: null, firmware: null, updatedAt: null };
}

type Details = Pick<Status, 'problem' | 'battery' | 'firmware'>;

function detailsOf(item: Fields): Details | Refusal {
  const problem = item['problem'] === '' ? null : textField(item, 'problem');
  if (isRefusal(problem)) return problem;
  const firmware = item['firmware'] === '' ? null : textField(item, 'firmware');
  if (isRefusal(firmware)) return firmware;
  const battery = item['battery'] ?? null;
  if (battery !== null && (typeof battery !== 'number' || !Number.isFinite(battery))) {
    return refuse('schema', 'battery is not a number.');
  }
  return { problem, firmware, battery };
}
