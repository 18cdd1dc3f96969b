import type { SettingsChange } from '../../db/settings/change.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Language } from '../contracts/languages.ts';
import type { TemplateId } from '../contracts/standards.ts';
import { templateIn } from './templates/templates.ts';

export interface TemplateWish {
  readonly template: TemplateId;
  readonly locale: Language;
  /** What is there already is set as the template has it. */
  readonly overwrite: boolean;
}

/** What a template adds to the settings; what somebody has set already stays as it is, unless they wish otherwise. */
export function templateChange(settings: Settings, { template, locale, overwrite }: TemplateWish): SettingsChange {
  const { criteria, checklists } = templateIn(template, locale);
  const isThere = ({ process, criterion }: { process: string; criterion: string }): boolean =>
    settings.standards.some((known) => known.process === process && known.criterion === criterion);
  return {
    standards: criteria.filter((standard) => overwrite || !isThere(standard)),
    checklists: checklists.filter(({ id }) => overwrite || !settings.checklists.some((known) => known.id === id)),
  };
}
