import type { ServiceLevel } from '../../../db/vocabulary/event.ts';

/** What templates are made of: the numbers in a frame, the words of each language beside it (words/). */

/** Seconds, minutes, hours, percent, degrees, points of ten, how many, and 1 for yes, 0 for no. */
export type Unit = 's' | 'min' | 'h' | '%' | '°C' | 'points' | 'count' | 'yes/no';

export interface Thresholds {
  readonly unit: Unit;
  readonly green: number;
  readonly yellow: number;
  readonly lowerIsBetter: boolean;
}

/** Green up to, yellow up to. */
export function upTo(unit: Unit, green: number, yellow: number): Thresholds {
  return { unit, green, yellow, lowerIsBetter: true };
}

/** Green from, yellow from. */
export function from(unit: Unit, green: number, yellow: number): Thresholds {
  return { unit, green, yellow, lowerIsBetter: false };
}

/** It was done, or not. */
export const done: Thresholds = from('yes/no', 1, 1);

/** A criterion of a process; its role by the name that `words` has for it. */
export type FrameCriterion = readonly [id: string, thresholds: Thresholds, role: string, level: ServiceLevel];

export interface Frame {
  /** In the order in which a customer comes through them, each with its criteria in the order of its steps. */
  readonly processes: Readonly<Record<string, readonly FrameCriterion[]>>;
  /** Criteria of the index of satisfaction with their weights. */
  readonly csi: Readonly<Record<string, number>>;
  readonly checklists: Readonly<Record<string, readonly string[]>>;
}

export interface Words {
  readonly name: string;
  readonly about: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly processes: Readonly<Record<string, string>>;
  /** By `process/criterion`: the step that it measures, and what is measured. */
  readonly criteria: Readonly<Record<string, readonly [step: string, name: string]>>;
  readonly csi: Readonly<Record<string, string>>;
  /** By checklist: its name. */
  readonly checklists: Readonly<Record<string, string>>;
  /** By item. */
  readonly items: Readonly<Record<string, string>>;
}
