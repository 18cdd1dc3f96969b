import type { Checklist, Standard } from '../../../db/vocabulary/place.ts';
import type { Language } from '../../contracts/languages.ts';
import type { StandardsAnswer, TemplateId } from '../../contracts/standards.ts';
import { bank } from './bank.ts';
import { cafe } from './cafe.ts';
import type { Frame, Words } from './frame.ts';
import { pharmacy } from './pharmacy.ts';
import { shop } from './shop.ts';
import { bankEn } from './words/bankEn.ts';
import { bankFa } from './words/bankFa.ts';
import { bankRu } from './words/bankRu.ts';
import { cafeEn } from './words/cafeEn.ts';
import { cafeFa } from './words/cafeFa.ts';
import { cafeRu } from './words/cafeRu.ts';
import { pharmacyEn } from './words/pharmacyEn.ts';
import { pharmacyFa } from './words/pharmacyFa.ts';
import { pharmacyRu } from './words/pharmacyRu.ts';
import { shopEn } from './words/shopEn.ts';
import { shopFa } from './words/shopFa.ts';
import { shopRu } from './words/shopRu.ts';

export type Template = StandardsAnswer['templates'][number];

interface Source {
  readonly frame: Frame;
  readonly words: Readonly<Record<Language, Words>>;
}

export const templateSources: Readonly<Record<TemplateId, Source>> = {
  shop: { frame: shop, words: { en: shopEn, ru: shopRu, fa: shopFa } },
  cafe: { frame: cafe, words: { en: cafeEn, ru: cafeRu, fa: cafeFa } },
  pharmacy: { frame: pharmacy, words: { en: pharmacyEn, ru: pharmacyRu, fa: pharmacyFa } },
  bank: { frame: bank, words: { en: bankEn, ru: bankRu, fa: bankFa } },
};

const csiThresholds = { unit: 'points', green: 9, yellow: 7, lowerIsBetter: false };

/** All templates in one language. */
export function templatesIn(language: Language): Template[] {
  return [
    templateIn('shop', language),
    templateIn('cafe', language),
    templateIn('pharmacy', language),
    templateIn('bank', language),
  ];
}

/** A template's standards in the order of its scenarios, the criteria of the satisfaction index last, and its checklists. */
export function templateIn(id: TemplateId, language: Language): Template {
  const { frame, words: all } = templateSources[id];
  const words = all[language];
  const processes = Object.entries(frame.processes).map(([process, criteria]) => ({
    id: process,
    name: wordOf(words.processes, process),
    steps: criteria.map(([criterion]) => wordOf(words.criteria, `${process}/${criterion}`)[0]),
  }));
  return {
    id,
    name: words.name,
    about: words.about,
    processes,
    criteria: [...observed(frame, words), ...indexed(frame, words)],
    checklists: Object.entries(frame.checklists).map(([checklist, items]) => checklistOf(words, checklist, items)),
  };
}

function observed({ processes }: Frame, words: Words): Standard[] {
  return Object.entries(processes).flatMap(([process, criteria]) =>
    criteria.map(([criterion, thresholds, role, level]) => {
      const [step, name] = wordOf(words.criteria, `${process}/${criterion}`);
      return {
        process,
        criterion,
        processName: wordOf(words.processes, process),
        criterionName: name,
        step,
        owner: wordOf(words.roles, role),
        level,
        ...thresholds,
        weight: 1,
      };
    }),
  );
}

function indexed({ csi }: Frame, words: Words): Standard[] {
  return Object.entries(csi).map(([criterion, weight]) => ({
    process: 'csi',
    criterion,
    processName: wordOf(words.processes, 'csi'),
    criterionName: wordOf(words.csi, criterion),
    step: null,
    owner: null,
    level: null,
    ...csiThresholds,
    weight,
  }));
}

function checklistOf(words: Words, id: string, items: readonly string[]): Template['checklists'][number] & Checklist {
  const name = wordOf(words.checklists, id);
  return { id, name, items: items.map((item) => ({ id: item, text: wordOf(words.items, item) })) };
}

/** Every word is there: tests/server/standards/templates.test.ts. */
function wordOf<Word>(words: Readonly<Record<string, Word>>, key: string): Word {
  const word = words[key];
  if (word === undefined) throw new Error(`a template has no word for "${key}"`);
  return word;
}
