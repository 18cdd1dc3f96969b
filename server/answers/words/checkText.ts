import { formatInstant } from '../../../db/time/steps.ts';
import type { Store } from '../../../db/vocabulary/place.ts';
import type { Language } from '../../../db/vocabulary/preferences.ts';
import type { Check } from '../../contracts/checks.ts';
import type { Finding } from '../../kpi/checks/finding.ts';
import { englishChecks } from './checksEn.ts';
import { persianChecks } from './checksFa.ts';
import { russianChecks } from './checksRu.ts';
import type { CheckWords } from './checkTold.ts';

const wordsIn: Readonly<Record<Language, CheckWords>> = {
  en: englishChecks,
  ru: russianChecks,
  fa: persianChecks,
};

/** A finding as a store owner reads it: what does not fit, and what to do about it. */
export function checkOf(store: Store, finding: Finding, language: Language): Check {
  const at = (instant: number | null): string | null =>
    instant === null ? null : formatInstant(store.timezone, instant);
  const { code, severity, since, until, figures } = finding;
  const isOffline = figures['offline'] === 1;
  const said = wordsIn[language][code]({ store, finding, name: nameOf(store, finding.deviceId), isOffline });
  return { code, severity, since: at(since), until: at(until), ...said, figures: { ...figures } };
}

function nameOf(store: Store, deviceId: string | null): string {
  if (deviceId === null) return store.name;
  return store.devices.find(({ id }) => id === deviceId)?.name ?? deviceId;
}
