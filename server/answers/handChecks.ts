import type { HandChecks, KeptAction, KeptCheck } from '../../db/reads/handChecks.ts';
import { businessDateAt } from '../../db/time/businessDate.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Checklist, Store } from '../../db/vocabulary/place.ts';
import type { ActionLine, ChecksKept } from '../contracts/forms.ts';

interface Around {
  readonly store: Store;
  readonly checklists: readonly Checklist[];
  readonly now: number;
}

/** A store's checks and actions with the words of their checklists; ids where a checklist or item is not set up any more. */
export function checksKeptOf({ checks, actions }: HandChecks, around: Around): ChecksKept {
  return {
    checks: checks.map((check) => checkLine(check, around)),
    actions: actions.map((action) => actionLine(action, around)),
  };
}

function checkLine(
  { id, at, standard, items }: KeptCheck,
  { store, checklists }: Around,
): ChecksKept['checks'][number] {
  const checklist = checklists.find((one) => one.id === standard);
  const passed = items.filter((item) => item.passed).length;
  return {
    id,
    at: formatInstant(store.timezone, at),
    standard,
    name: checklist?.name ?? standard,
    passed: items.length === 0 ? null : passed / items.length,
    items: items.map((item) => ({ ...item, text: textOf(checklist, item.item) ?? item.item })),
  };
}

function actionLine(action: KeptAction, { store, checklists, now }: Around): ActionLine {
  const checklist = checklists.find((one) => one.id === action.standard);
  const { doneAt } = action;
  return {
    ...action,
    text: action.item === null ? null : (textOf(checklist, action.item) ?? action.item),
    madeAt: formatInstant(store.timezone, action.madeAt),
    doneAt: doneAt === null ? null : formatInstant(store.timezone, doneAt),
    isLate: doneAt === null && action.dueOn < businessDateAt(store, now),
  };
}

function textOf(checklist: Checklist | undefined, item: string): string | undefined {
  return checklist?.items.find(({ id }) => id === item)?.text;
}
