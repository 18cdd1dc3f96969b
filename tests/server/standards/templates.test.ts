import { describe, expect, it } from 'vitest';
import { settingsFaults } from '../../../db/settings/faults.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { languages } from '../../../server/contracts/languages.ts';
import { standardsAnswer, standardsBody, templateIds } from '../../../server/contracts/standards.ts';
import { templateChange } from '../../../server/standards/apply.ts';
import { templateIn, templateSources, templatesIn } from '../../../server/standards/templates/templates.ts';

const empty: Settings = {
  version: 0,
  organisation: { name: 'x', currency: 'EUR', locale: 'en' },
  regions: [],
  stores: new Map(),
  devices: new Map(),
  standards: [],
  checklists: [],
  mqttClients: new Map(),
  sources: new Map(),
};

describe.each(templateIds)('the template of a %s', (id) => {
  it.each(languages)('has every word in %s, and no word that nothing needs', (language) => {
    const { frame, words: all } = templateSources[id];
    const words = all[language];
    const criteria = Object.entries(frame.processes).flatMap(([process, list]) =>
      list.map(([criterion]) => `${process}/${criterion}`),
    );
    const roles = Object.values(frame.processes).flatMap((list) => list.map(([, , role]) => role));
    expect(Object.keys(words.criteria).sort()).toEqual(criteria.sort());
    expect(Object.keys(words.processes).sort()).toEqual([...Object.keys(frame.processes), 'csi'].sort());
    expect(Object.keys(words.roles).sort()).toEqual([...new Set(roles)].sort());
    expect(Object.keys(words.csi).sort()).toEqual(Object.keys(frame.csi).sort());
    expect(Object.keys(words.checklists).sort()).toEqual(Object.keys(frame.checklists).sort());
    expect(Object.keys(words.items).sort()).toEqual([...new Set(Object.values(frame.checklists).flat())].sort());
  });

  it('is taken as it stands, and says the same numbers in every language', () => {
    const numbers = languages.map((language) => {
      const { criteria, checklists } = templateIn(id, language);
      expect(standardsBody.safeParse({ standards: criteria, checklists }).error).toBeUndefined();
      return criteria.map(({ processName: _p, criterionName: _c, step: _s, owner: _o, ...rest }) => rest);
    });
    expect(numbers[1]).toEqual(numbers[0]);
    expect(numbers[2]).toEqual(numbers[0]);
    const change = templateChange(empty, { template: id, locale: 'en', overwrite: false });
    expect(settingsFaults(change, empty)).toEqual([]);
  });

  it('sorts requests, weighs the satisfaction index, and has a self-audit and a mystery visit', () => {
    const { criteria, checklists } = templateIn(id, 'en');
    const ofRequests = criteria.filter(({ process }) => process === 'requests').map(({ criterion }) => criterion);
    expect(ofRequests).toEqual(['hours-to-answer', 'hours-to-resolve']);
    expect(criteria.filter(({ process }) => process === 'csi').length).toBeGreaterThanOrEqual(5);
    expect(checklists.map((checklist) => checklist.items.length)).toEqual([
      expect.toSatisfy((n: number) => n >= 10),
      expect.toSatisfy((n: number) => n >= 10),
    ]);
  });

  it('leaves alone what somebody has set already, unless they wish otherwise', () => {
    const [own] = templateIn(id, 'en').criteria;
    if (own === undefined) throw new Error('a template without criteria');
    const mine = { ...empty, standards: [{ ...own, green: -5 }], checklists: [...templateIn(id, 'ru').checklists] };
    const wish = { template: id, locale: 'en' as const };
    const kept = templateChange(mine, { ...wish, overwrite: false });
    expect(kept.standards).not.toContainEqual(own);
    expect(kept.checklists).toEqual([]);
    expect(templateChange(mine, { ...wish, overwrite: true }).standards).toContainEqual(own);
  });
});

it('all templates have the form that the API says', () => {
  for (const language of languages) {
    const answer = { standards: [], checklists: [], templates: templatesIn(language) };
    expect(standardsAnswer.parse(answer).templates.map(({ id }) => id)).toEqual(templateIds);
  }
});
