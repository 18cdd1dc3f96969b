import type { CheckedItem } from '../../../db/vocabulary/event.ts';
import type { Checklist } from '../../../db/vocabulary/place.ts';
import { checksInterval } from './intervals.ts';
import type { Checks } from './schema.ts';

/** One mystery visit or self-audit. */
export interface CheckFact {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly standard: string;
  readonly items: readonly CheckedItem[];
}

/** An item that failed so often is listed. */
const leastFailures = 2;

export interface ChecksQuestion {
  readonly checklists: readonly Checklist[];
  /** An instant as the store's people write it. */
  readonly formatAt: (at: number) => string;
}

/** Standards checks of a period: the share of items passed, and what failed again and again. */
export function checksOf(some: readonly CheckFact[], question: ChecksQuestion): Checks {
  const checks = some.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const standards = [...new Set(checks.map(({ standard }) => standard))].map((standard) => ({
    standard,
    name: checklistOf(standard, question)?.name ?? standard,
    checks: checks.filter((check) => check.standard === standard),
  }));
  const counted = checks.map(countOf);
  return {
    checks: checks.length,
    ...passedOf(counted),
    interval: checksInterval(counted),
    standards: standards
      .map(({ standard, name, checks: its }) => ({
        ...{ standard, name, checks: its.length, ...passedOf(its.map(countOf)) },
        lastAt: question.formatAt(Math.max(...its.map(({ at }) => at))),
      }))
      .toSorted((a, b) => (a.passedShare ?? 1) - (b.passedShare ?? 1) || (a.standard < b.standard ? -1 : 1)),
    repeatedFailures: standards
      .flatMap(({ standard, checks: its }) => failuresOf(its, checklistOf(standard, question)))
      .toSorted((a, b) => b.inARow - a.inARow || b.failed - a.failed || (a.item < b.item ? -1 : 1)),
  };
}

function checklistOf(standard: string, { checklists }: ChecksQuestion): Checklist | undefined {
  return checklists.find(({ id }) => id === standard);
}

interface Counted {
  readonly items: number;
  readonly passed: number;
}

function countOf({ items }: CheckFact): Counted {
  return { items: items.length, passed: items.filter((item) => item.passed).length };
}

function passedOf(counted: readonly Counted[]): Counted & { readonly passedShare: number | null } {
  const items = counted.reduce((sum, one) => sum + one.items, 0);
  const passed = counted.reduce((sum, one) => sum + one.passed, 0);
  return { items, passed, passedShare: items === 0 ? null : passed / items };
}

/** Of checks by one standard, the earliest first. */
function failuresOf(checks: readonly CheckFact[], checklist: Checklist | undefined): Checks['repeatedFailures'] {
  const results = new Map<string, boolean[]>();
  for (const { items } of checks) {
    // An item that is looked at twice in one check has failed it where it failed once.
    const inCheck = new Map<string, boolean>();
    for (const { item, passed } of items) inCheck.set(item, passed && inCheck.get(item) !== false);
    for (const [item, passed] of inCheck) results.set(item, [...(results.get(item) ?? []), passed]);
  }
  return [...results].flatMap(([item, passes]) => {
    const failed = passes.filter((passed) => !passed).length;
    if (failed < leastFailures) return [];
    const text = checklist?.items.find(({ id }) => id === item)?.text ?? item;
    const inARow = passes.length - 1 - passes.lastIndexOf(true);
    return [{ standard: checks[0]?.standard ?? '', item, text, failed, checked: passes.length, inARow }];
  });
}
