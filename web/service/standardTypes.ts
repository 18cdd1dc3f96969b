/** Service standards and checklists as the API has them (`GET /api/v1/standards`). */

export type Level = 1 | 2 | 3;

export interface Standard {
  readonly process: string;
  readonly criterion: string;
  readonly processName: string | null;
  readonly criterionName: string | null;
  /** The step of the process's scenario that it measures. */
  readonly step: string | null;
  readonly unit: string | null;
  /** The role that answers for it. */
  readonly owner: string | null;
  readonly level: Level | null;
  readonly green: number;
  readonly yellow: number;
  readonly lowerIsBetter: boolean;
  readonly weight: number;
}

export interface Checklist {
  readonly id: string;
  readonly name: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
}

export type TemplateLocale = 'en' | 'ru' | 'fa';

export interface Template {
  readonly id: 'shop' | 'cafe' | 'pharmacy' | 'bank';
  readonly name: string;
  readonly about: string;
  readonly processes: readonly { readonly id: string; readonly name: string; readonly steps: readonly string[] }[];
  readonly criteria: readonly Standard[];
  readonly checklists: readonly Checklist[];
}

export interface Standards {
  /** In the order of their scenarios. */
  readonly standards: readonly Standard[];
  readonly checklists: readonly Checklist[];
  readonly templates: readonly Template[];
}
