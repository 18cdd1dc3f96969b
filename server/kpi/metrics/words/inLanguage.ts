import type { Language } from '../../../../db/vocabulary/preferences.ts';
import type { Metric, MetricField } from '../metric.ts';
import { persianWords } from './fa.ts';
import { russianWords } from './ru.ts';

/** Of a metric or a figure inside a group; `leftOut` of metrics only. */
export interface MetricWords {
  readonly formula: string;
  readonly leftOut?: string;
}

const wordsOf: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, MetricWords>>>> = {
  ru: russianWords,
  fa: persianWords,
};

/** The registry as somebody reads it: formulas and what is left out in their language. Names are in every language anyway. */
export function metricsIn(language: Language, metrics: readonly Metric[]): readonly Metric[] {
  if (language === 'en') return metrics;
  const words = wordsOf[language];
  const fieldIn = (group: string, field: MetricField): MetricField => ({ ...field, ...words[`${group}.${field.key}`] });
  return metrics.map((metric) => ({
    ...metric,
    ...words[metric.key],
    ...(metric.fields && { fields: metric.fields.map((field) => fieldIn(metric.key, field)) }),
  }));
}
