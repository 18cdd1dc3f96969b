import { describe, expect, it } from 'vitest';
import { flags } from '../../../db/vocabulary/quality.ts';
import { adjustedSchema } from '../../../server/contracts/audits.ts';
import { serviceAnswer } from '../../../server/contracts/service.ts';
import { adjustedMetrics } from '../../../server/kpi/metrics/adjusted.ts';
import { besideMetrics } from '../../../server/kpi/metrics/beside.ts';
import { metricsIn } from '../../../server/kpi/metrics/words/inLanguage.ts';
import { numericKpis } from '../../../server/kpi/numericKpis.ts';
import { queueKpisSchema } from '../../../server/kpi/queue/schema.ts';
import { metrics } from '../../../server/kpi/registry.ts';
import { kpisSchema } from '../../../server/kpi/schema.ts';
import { checksSchema, requestsSchema, zonesSchema } from '../../../server/kpi/service/schema.ts';

/** Keys of the figures inside a group, as the API answers them. */
function fieldsOf(group: 'coverage' | 'outsideHours' | 'otherChannels'): string[] {
  return Object.keys(kpisSchema.shape[group].shape);
}

describe('the registry of metrics', () => {
  it('has every field of the KPIs and what stands beside them once, and nothing else', () => {
    const queue = Object.keys(queueKpisSchema.shape).filter((key) => key !== 'flags');
    const service = ['zones', 'light', 'nps', 'csat', 'csi', 'requests', 'standards'];
    expect(Object.keys(serviceAnswer.shape)).toEqual(expect.arrayContaining(service));
    const beside = [...besideMetrics, ...adjustedMetrics].map(({ key }) => key);
    const known = [...Object.keys(kpisSchema.shape), ...beside, ...queue, 'queueNow', 'queueCost', ...service];
    expect(metrics.map((metric) => metric.key).toSorted()).toEqual(known.toSorted());
    expect(metrics.map((metric) => metric.key)).toEqual(expect.arrayContaining([...numericKpis]));
  });

  it('has every figure of a group and every flag', () => {
    const found = Object.fromEntries(metrics.map((metric) => [metric.key, metric.fields?.map((field) => field.key)]));
    expect(found.coverage).toEqual(fieldsOf('coverage'));
    expect(found.outsideHours).toEqual(fieldsOf('outsideHours'));
    expect(found.otherChannels).toEqual(fieldsOf('otherChannels'));
    expect(found.flags).toEqual([...flags]);
    expect(found.waitSeconds).toEqual(Object.keys(queueKpisSchema.shape.waitSeconds.shape));
    expect(Object.keys(zonesSchema.shape)).toEqual(found.zones);
    expect(Object.keys(requestsSchema.shape)).toEqual(expect.arrayContaining(found.requests ?? ['some']));
    expect(Object.keys(checksSchema.shape)).toEqual(expect.arrayContaining(found.standards ?? ['some']));
    const { withoutAudit: _, ...adjusted } = adjustedSchema.shape;
    expect(found.adjusted).toEqual(Object.keys(adjusted));
  });

  it('names everything in English, Russian and Persian', () => {
    const entries = metrics.flatMap((metric) => [metric, ...(metric.fields ?? [])]);
    const unnamed = entries.filter(
      ({ name }) => !/^[ -~]+$/.test(name.en) || !/[а-яё]/i.test(name.ru) || !/[آ-ی]/.test(name.fa),
    );
    expect(unnamed).toEqual([]);
  });

  it('says of each how it is worked out, from what, and what is left out', () => {
    const silent = metrics.filter(
      ({ formula, inputs, leftOut }) => formula === '' || inputs.length === 0 || leftOut === '',
    );
    expect(silent).toEqual([]);
  });

  it.each([
    ['ru', /[а-яё]/i],
    ['fa', /[آ-ی]/],
  ] as const)('says all of it in %s too', (language, letters) => {
    const told = metricsIn(language, metrics);
    const foreign = told.flatMap((metric) => [
      ...(letters.test(metric.leftOut) && letters.test(metric.formula) ? [] : [metric.key]),
      ...(metric.fields ?? []).flatMap((field) => (letters.test(field.formula) ? [] : [`${metric.key}.${field.key}`])),
    ]);
    expect(foreign).toEqual([]);
    expect(told.map(({ key, inputs }) => [key, inputs])).toEqual(metrics.map(({ key, inputs }) => [key, inputs]));
  });
});
