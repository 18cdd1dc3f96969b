import type { NumericKpi } from './numericKpis.ts';
import type { Kpis, Ranks } from './schema.ts';
import { hasLowCoverage } from './trust.ts';

/**
 * Where each of these stores stands among them, in their order. `hasOneCurrency` false: net sales can't be compared and have no
 * ranks here.
 */
export function ranksOf(stores: readonly Kpis[], hasOneCurrency: boolean): Ranks[] {
  const conversion = rankBy(stores, 'conversionRate');
  const capture = rankBy(stores, 'captureRate');
  const netSales = hasOneCurrency ? rankBy(stores, 'netSalesMinor') : [];
  return stores.map((_, i) => ({
    conversionRate: conversion[i] ?? null,
    captureRate: capture[i] ?? null,
    netSalesMinor: netSales[i] ?? null,
  }));
}

/** Ranks by one KPI: highest is 1, ties share. null where a step that it uses is below 70 %, or there is no figure. */
export function rankBy(stores: readonly Kpis[], kpi: NumericKpi): (number | null)[] {
  const figures = stores.map((store) => (hasLowCoverage(kpi, store.coverage) ? null : store[kpi]));
  const sorted = figures.filter((figure) => figure !== null).sort((a, b) => b - a);
  return figures.map((figure) => (figure === null ? null : sorted.indexOf(figure) + 1));
}
