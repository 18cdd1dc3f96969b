import { numberOf } from '../../format/numbers.ts';
import { idOf } from '../../format/slug.ts';
import type { Level, Standard } from '../standardTypes.ts';

/** A standard as it is being written: every field as text. */
export interface StandardDraft {
  readonly process: string;
  readonly processName: string;
  readonly criterion: string;
  readonly criterionName: string;
  readonly step: string;
  readonly unit: string;
  readonly owner: string;
  readonly green: string;
  readonly yellow: string;
  readonly weight: string;
  readonly lowerIsBetter: boolean;
  readonly level: '' | '1' | '2' | '3';
}

export function draftOf(standard: Standard | null): StandardDraft {
  const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));
  return {
    process: text(standard?.process),
    processName: text(standard?.processName),
    criterion: text(standard?.criterion),
    criterionName: text(standard?.criterionName),
    step: text(standard?.step),
    unit: text(standard?.unit),
    owner: text(standard?.owner),
    green: text(standard?.green),
    yellow: text(standard?.yellow),
    weight: text(standard?.weight ?? 1),
    lowerIsBetter: standard?.lowerIsBetter ?? true,
    level: standard?.level ? (`${standard.level}` as const) : '',
  };
}

/** Processes that there are, by the name that people know them by. */
export function processIds(standards: readonly Standard[]): ReadonlyMap<string, string> {
  return new Map(standards.map(({ process, processName }) => [processName ?? process, process]));
}

/**
 * null: a number is missing or is none. Ids that were left out are made from the names; a process that has a known name is
 * that process.
 */
export function standardOf(draft: StandardDraft, known: ReadonlyMap<string, string>): Standard | null {
  const [green, yellow, weight] = [numberOf(draft.green), numberOf(draft.yellow), numberOf(draft.weight)];
  if (green === null || yellow === null || weight === null) return null;
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    process: orNull(draft.process) ?? known.get(draft.processName.trim()) ?? idOf(draft.processName, 'process'),
    processName: orNull(draft.processName),
    criterion: orNull(draft.criterion) ?? idOf(draft.criterionName, 'criterion'),
    criterionName: orNull(draft.criterionName),
    step: orNull(draft.step),
    unit: orNull(draft.unit),
    owner: orNull(draft.owner),
    // The form's choice offers these alone.
    level: draft.level === '' ? null : (Number(draft.level) as Level),
    green,
    yellow,
    lowerIsBetter: draft.lowerIsBetter,
    weight,
  };
}

/** Whether yellow is the weaker of the two thresholds, or the same. */
export function isOrdered({ green, yellow, lowerIsBetter }: Standard): boolean {
  return lowerIsBetter ? yellow >= green : yellow <= green;
}
