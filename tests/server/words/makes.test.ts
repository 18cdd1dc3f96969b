import { describe, expect, it } from 'vitest';
import { knownProfiles } from '../../../server/compose/profiles.ts';
import type { ProfileFacts } from '../../../server/provision/profiles.ts';
import { filledSteps, type StepWords } from '../../../server/vendors/connection.ts';
import { profileIn } from '../../../server/vendors/inLanguage.ts';
import { say } from '../../../server/words/say.ts';
import { connectMessages as connectFa } from '../../../web/devices/connectMessages.fa.ts';
import { connectMessages as connectRu } from '../../../web/devices/connectMessages.ru.ts';
import { connectMessages } from '../../../web/devices/connectMessages.ts';
import { deviceMessages as deviceFa } from '../../../web/devices/deviceMessages.fa.ts';
import { deviceMessages as deviceRu } from '../../../web/devices/deviceMessages.ru.ts';
import { deviceMessages } from '../../../web/devices/deviceMessages.ts';
import { zoneMessages as zoneFa } from '../../../web/devices/zoneMessages.fa.ts';
import { zoneMessages as zoneRu } from '../../../web/devices/zoneMessages.ru.ts';
import { zoneMessages } from '../../../web/devices/zoneMessages.ts';

/** Makes that are nobody's are described by the page (web/devices/makeMessages). */
const makes = [...knownProfiles().values()].filter(({ profile }) => profile !== 'native' && profile !== 'generic');
const scripts = { ru: /\p{Script=Cyrillic}/u, fa: /\p{Script=Arabic}/u } as const;

function sentencesOf({ reads, leavesOut, steps, options }: ProfileFacts): string[] {
  return [...reads, ...leavesOut, ...steps, ...options.flatMap(({ label, explanation }) => [label, explanation])];
}

const placesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** What an English step quotes of Lintel's own form, and how the form says it in Russian and Persian. */
const quoted = [
  ['Address in its messages', deviceRu.form.address.split(' (')[0], deviceFa.form.address.split(' (')[0]],
  ['Counting by', deviceRu.form.mode, deviceFa.form.mode],
  [deviceMessages.form.swap, deviceRu.form.swap, deviceFa.form.swap],
  [deviceMessages.form.allowFrom, deviceRu.form.allowFrom, deviceFa.form.allowFrom],
  [zoneMessages.title, zoneRu.title, zoneFa.title],
  [connectMessages.secrets.title, connectRu.secrets.title, connectFa.secrets.title],
] as const;

describe.each(makes)('$make', (facts) => {
  it.each(['ru', 'fa'] as const)('is described in %s from what it reads to its last step', (language) => {
    const all = sentencesOf(facts);
    const said = sentencesOf(profileIn(language, facts));
    expect(all.filter((text, place) => !scripts[language].test(said[place] ?? '') || said[place] === text)).toEqual([]);
    expect(said.map(placesIn)).toEqual(all.map(placesIn));
  });
});

describe('a step that names a field of the page', () => {
  it.each(quoted)('calls “%s” as the page calls it in each language', (en, ru, fa) => {
    const naming = makes.flatMap(sentencesOf).filter((text) => text.includes(`“${en}”`));
    const unlike = naming.filter((text) => !say(text, 'ru').includes(`«${ru}`) || !say(text, 'fa').includes(`«${fa}`));
    expect(unlike).toEqual([]);
  });
});

describe('the steps of a make where no topic is set up', () => {
  const words = (language: StepWords['language'], mayHaveTopic: boolean): StepWords => ({
    hook: 'https://lintel.example/hook',
    topic: null,
    mayHaveTopic,
    broker: { host: 'lintel.example', port: 1883, tls: false },
    device: 'door',
    language,
  });

  it.each(['en', 'ru', 'fa'] as const)('lose their half by MQTT in %s, or ask for a topic', (language) => {
    for (const { steps } of makes) {
      expect(filledSteps(steps, words(language, false)).filter((step) => /MQTT.*\{topic\}/.test(step))).toEqual([]);
      const asking = filledSteps(steps, words(language, true));
      expect(asking.filter((step) => step.includes('{topic}'))).toEqual([]);
      expect(asking).toHaveLength(steps.length);
    }
    const xovis = makes.find(({ profile }) => profile === 'xovis')?.steps ?? [];
    const instead = say('; for MQTT set a topic below first.', language);
    expect(filledSteps(xovis, words(language, true)).filter((step) => step.endsWith(instead))).toHaveLength(1);
    expect(filledSteps(xovis, words(language, false)).join()).not.toContain(instead);
  });
});
