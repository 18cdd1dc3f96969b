import { language } from '../language/language.ts';

/** Offered beside the present one: where shops are likely to speak one of them, and to write numbers so. */
const offered =
  'en-GB en-US en-AU en-CA en-IE en-IN de-DE de-AT de-CH fr-FR fr-BE fr-CA es-ES es-MX it-IT pt-PT pt-BR nl-NL pl-PL cs-CZ ' +
  'da-DK sv-SE nb-NO fi-FI ru-RU ru-KZ kk-KZ uk-UA be-BY uz-UZ az-AZ hy-AM ka-GE tr-TR fa-IR fa-AF ar-AE ar-SA he-IL hi-IN ja-JP ko-KR zh-CN';

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

function byName(one: NamedCode, other: NamedCode): number {
  return one.name.localeCompare(other.name, language);
}

/** Languages of countries by their names in the page's language, the present one always among them. */
export function localeChoices(present: string): readonly NamedCode[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const codes = new Set([...(present === '' ? [] : [present]), ...offered.split(' ')]);
  return [...codes].map((code) => ({ code, name: names.of(code) ?? code })).toSorted(byName);
}

/** Countries by their names in the page's language; a code that is none keeps the name it came with. */
export function countryChoices(countries: readonly NamedCode[]): readonly NamedCode[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return countries.map(({ code, name }) => ({ code, name: names.of(code) ?? name })).toSorted(byName);
}
