import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { QuarantineReason } from '../../db/vocabulary/quality.ts';
import { canSeeStore } from '../../db/vocabulary/scope.ts';
import type { MessageFate } from '../../ingest/pipeline/message.ts';
import { type IngestAnswer, ingestAnswer, ingestParam } from '../contracts/ingest.ts';
import type { Services, SettingsMirror } from '../services.ts';
import { bodyBytes, makeBodyBudget } from './bodyBudget.ts';
import { type ApiEnv, describe, take } from './contract.ts';
import { readUpTo } from './readUpTo.ts';

/** Enough to tell how large a message is that nobody should have sent; more is not read. */
const mostBytes = 8 * 1024 * 1024;
/** Of all messages that are being read or wait to be stored. */
const mostBytesAtOnce = 64 * 1024 * 1024;

type Address = { readonly store: string; readonly device: string; readonly kind: string };

/** The same messages as over MQTT; answered when they are committed. */
export function ingestRoutes({ submit, settings, allow, now }: Services): Hono<ApiEnv> {
  const budget = makeBodyBudget(mostBytesAtOnce);
  return new Hono<ApiEnv>().post(
    '/api/v1/ingest/:store/:device/:kind',
    describe({
      summary: 'Stores a message of a device',
      description:
        'The body is that of the MQTT topic lintel/v1/{store}/{device}/{kind}. 200 is sent after the commit.',
      tag: 'ingest',
      access: 'ingest',
      answer: ingestAnswer,
    }),
    allow('ingest'),
    take('param', ingestParam),
    async (c) => {
      const address = c.req.valid('param');
      refuseOthers(c, address, settings);
      if (submit === null) throw new AppError('unavailable', 'This process does not ingest; its ROLES leave it out.');
      const topic = `lintel/v1/${address.store}/${address.device}/${address.kind}`;
      const bytes = bodyBytes(c.req.header('content-length'), mostBytes);
      const fate = await budget.within(bytes, async () => {
        const payload = await readUpTo(c.req.raw.body, mostBytes);
        return submit({ topic, payload, isRetained: false, receivedAt: now() });
      });
      return answerOf(c, fate);
    },
  );
}

/** A device reports for itself alone; people and tokens for stores they may see, an owner for any, even one not set up yet. */
function refuseOthers(c: Context<ApiEnv>, address: Address, { current }: SettingsMirror): void {
  const caller = c.get('caller');
  if (caller.kind === 'device') {
    if (caller.storeId !== address.store) throw new AppError('not_found', `There is no store "${address.store}".`);
    if (caller.deviceId !== null && caller.deviceId !== address.device)
      throw new AppError('forbidden', 'A device may report for itself only.');
    return;
  }
  const store = current.stores.get(address.store);
  const isSeen = store === undefined ? caller.scope.role === 'owner' : canSeeStore(caller.scope, store);
  if (!isSeen) throw new AppError('not_found', `There is no store "${address.store}".`);
}

const statusOf: Partial<Record<QuarantineReason, ContentfulStatusCode>> = {
  too_large: 413,
  unknown_store: 404,
  unknown_device: 404,
  unknown_kind: 404,
};

function answerOf(c: Context, fate: MessageFate): Response {
  if (!fate.refusedWhole) return c.json(countsOf(fate));
  const [first] = fate.items;
  const reason = first?.reason ?? 'schema';
  const status = statusOf[reason] ?? 400;
  const detail = first?.detail ?? 'The body could not be accepted.';
  if (status === 413) c.header('connection', 'close');
  const body = { type: 'about:blank', title: 'The message went to quarantine', status, detail, code: reason, reason };
  return c.json({ ...body, ...countsOf(fate) }, status, { 'content-type': 'application/problem+json' });
}

function countsOf({ items }: MessageFate): IngestAnswer {
  const count = (fate: string): number => items.filter((item) => item.fate === fate).length;
  return {
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    corrected: count('corrected'),
    quarantined: count('quarantined'),
    items: items.map((item) => ({ ...item })),
  };
}
