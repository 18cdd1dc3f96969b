import type { Standard } from '../../db/vocabulary/place.ts';
import type { Language } from '../contracts/languages.ts';
import type { Words } from './templates/frame.ts';
import { templateSources } from './templates/templates.ts';

/** What a criterion of the satisfaction index is called in each language. */
export type CriterionNames = Readonly<Record<Language, string>>;

/**
 * The names of a criterion of the satisfaction index (process `csi`): a template's, where the standard still has its name or there is no
 * standard; else the standard's own, as its owner wrote it, in every language. null: nobody has named it.
 */
export function criterionNames(standards: readonly Standard[], criterion: string): CriterionNames | null {
  const standard = standards.find((one) => one.process === 'csi' && one.criterion === criterion);
  const own = standard?.criterionName ?? null;
  const ofTemplates = templateNames.get(criterion) ?? [];
  // Templates share ids: "staff" of a shop has another name than that of a bank.
  const found = own === null ? ofTemplates[0] : ofTemplates.find((names) => Object.values(names).includes(own));
  return found ?? (own === null ? null : { en: own, ru: own, fa: own });
}

/** By criterion: its names in each template that has it. */
const templateNames = new Map<string, CriterionNames[]>();
for (const { frame, words } of Object.values(templateSources)) {
  for (const criterion of Object.keys(frame.csi)) {
    const { en, ru, fa } = words;
    const name = ({ csi }: Words): string => csi[criterion] ?? criterion;
    const known = templateNames.get(criterion) ?? [];
    templateNames.set(criterion, [...known, { en: name(en), ru: name(ru), fa: name(fa) }]);
  }
}
