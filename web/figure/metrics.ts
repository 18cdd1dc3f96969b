import { call } from '../api.ts';
import type { Language } from '../language/language.ts';

export interface MetricField {
  readonly key: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly formula: string;
  readonly unit: string;
}

/** What a figure means, from the server's registry of metrics; in the language of the page. */
export interface MetricMeaning extends MetricField {
  readonly inputs: readonly string[];
  readonly leftOut: string;
  readonly fields?: readonly MetricField[];
}

let asked: Promise<readonly MetricMeaning[]> | undefined;

/** Every meaning, asked for once; after a failure the next one asks again. */
export async function metricMeanings(): Promise<readonly MetricMeaning[]> {
  asked ??= call<{ readonly metrics: readonly MetricMeaning[] }>('/api/v1/metrics').then(({ metrics }) => metrics);
  try {
    return await asked;
  } catch (error) {
    asked = undefined;
    throw error;
  }
}
