import { readTakenOut, type TakenOut } from '../../db/reads/takenOut.ts';
import { type KeptTakeOut, readTakeOuts } from '../../db/reads/takeOuts.ts';
import type { Sql } from '../../db/sql/port.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { TakeOutsAnswer } from '../contracts/takeOuts.ts';
import type { AuditsQuestion } from './audits.ts';

/** A store's take-outs, with what was counted in them shown apart. */
export async function takeOutsOf(sql: Sql, scope: Scope, { settings, store }: AuditsQuestion): Promise<TakeOutsAnswer> {
  const kept = await readTakeOuts(sql, scope, { settings, storeId: store.id });
  const counts = await readTakenOut(sql, scope, { settings, takeOuts: kept });
  return { takeOuts: kept.flatMap((one, i) => lineOf(store, one, counts[i])) };
}

function lineOf(store: Store, one: KeptTakeOut, counts: TakenOut | undefined): TakeOutsAnswer['takeOuts'] {
  if (counts === undefined) return [];
  const at = (instant: number): string => formatInstant(store.timezone, instant);
  return [
    {
      id: one.id,
      device: one.deviceId,
      start: at(one.fromAt),
      end: at(one.toAt),
      reason: one.reason,
      note: one.note,
      madeBy: one.madeBy,
      madeAt: at(one.madeAt),
      revertedBy: one.revertedBy,
      revertedAt: one.revertedAt === null ? null : at(one.revertedAt),
      counts,
    },
  ];
}
