import type { Language } from '../../db/vocabulary/preferences.ts';
import type { ImportReportAnswer } from '../contracts/imports.ts';
import { say } from '../words/say.ts';

/** What became of a file as somebody reads it: beside each reason the same in their language. */
export function reportIn(language: Language, report: ImportReportAnswer): ImportReportAnswer {
  if (language === 'en') return report;
  const skipped: Record<string, number> = {};
  for (const [reason, count] of Object.entries(report.skipped)) {
    const said = say(reason, language);
    skipped[said] = (skipped[said] ?? 0) + count;
  }
  return { ...report, skipped, rejected: report.rejected.map((one) => ({ ...one, said: say(one.reason, language) })) };
}
