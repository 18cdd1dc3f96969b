import { language } from './language.ts';

/** A number and how it is written; in a sentence it prints itself. */
export interface Count {
  readonly value: number;
  readonly text: string;
  toString(): string;
}

/** `other` stands for the categories that are left out. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = new Intl.PluralRules(language);

/** The form a number asks for in the page's language, by the plural rules of CLDR. */
export function plural(count: Pick<Count, 'value'>, forms: PluralForms): string {
  if (count.value === 0 && forms.zero !== undefined) return forms.zero;
  const category = rules.select(count.value);
  return (category === 'two' ? undefined : forms[category]) ?? forms.other;
}
