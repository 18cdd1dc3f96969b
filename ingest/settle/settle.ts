import type { FetchWanted, Status } from '../../db/vocabulary/event.ts';
import { refuse } from '../adapters/decoded.ts';
import { aside, type Finding, type FoundFault, type FoundFetch, type FoundStatus } from '../adapters/finding.ts';
import { isKeptText } from './channels.ts';
import { settleCount } from './counts.ts';
import { settleQueue } from './queue.ts';
import { settleSale, settleZReport } from './sales.ts';
import { settleService } from './service.ts';
import type { SettleContext, Settled } from './settled.ts';
import { isRefused, settleTime } from './when.ts';

/**
 * What a finding means in this installation: its lines and directions by the device's settings, its times by the store's zone and the
 * server's clock, its amounts by the store's currency. Pure.
 */
export function settle(found: Finding, context: SettleContext): Settled {
  switch (found.kind) {
    case 'interval':
    case 'reading':
    case 'event':
      return settleCount(found, context);
    case 'status':
      return settleStatus(found, context);
    case 'sale':
      return settleSale(found, context);
    case 'zReport':
      return settleZReport(found, context);
    case 'fetch':
      return settleFetch(found);
    case 'queueSample':
    case 'queueVisit':
    case 'queueStatistic':
      return settleQueue(found, context);
    case 'survey':
    case 'request':
      return settleService(found, context);
    case 'aside':
      return found;
    case 'fault':
      return settleFault(found, context);
  }
}

function settleFault({ reason, detail, mode }: FoundFault, { device }: SettleContext): Settled {
  return mode === undefined || mode === device.mode ? refuse(reason, detail) : aside('alive', detail);
}

/** A device whose clock is wrong says how it is now: the time of receipt counts. */
function settleStatus(found: FoundStatus, context: SettleContext): Settled {
  if (found.neverEnds === true && context.device.mode === 'event') return aside('alive', 'It says that it lives.');
  const time = settleTime(found.at, {}, context);
  const at = isRefused(time) || time.clock !== 'device' ? null : time.at;
  const { state } = found;
  const problem = found.problem ?? null;
  const firmware = found.firmware ?? null;
  if (!isKeptText(problem ?? '') || !isKeptText(firmware ?? '')) return refuse('schema', 'The status is no text.');
  const battery = typeof found.battery === 'number' && Number.isFinite(found.battery) ? found.battery : null;
  const event: Status = { kind: 'status', at, state, problem, battery, firmware, updatedAt: null };
  return { kind: 'event', event, placing: null };
}

function settleFetch({ resource, key, version = '' }: FoundFetch): Settled {
  if (key === '' || !isKeptText(key) || !isKeptText(version)) {
    return refuse('schema', 'What the message names has no id, or one that is too long.');
  }
  const event: FetchWanted = { kind: 'fetch', resource, key, version };
  return { kind: 'event', event, placing: null };
}
