import type { Language } from '../../db/vocabulary/preferences.ts';
import type { ProfileFacts } from '../provision/profiles.ts';
import { say } from '../words/say.ts';

/** A make as somebody reads it: what it says of itself in their language; names of the vendor's own screens stay as they stand there. */
export function profileIn(language: Language, facts: ProfileFacts): ProfileFacts {
  if (language === 'en') return facts;
  const said = (text: string): string => say(text, language);
  return {
    ...facts,
    make: said(facts.make),
    models: facts.models.map(said),
    reads: facts.reads.map(said),
    leavesOut: facts.leavesOut.map(said),
    steps: facts.steps.map(said),
    learntFrom: facts.learntFrom.map(said),
    options: facts.options.map((option) => ({
      ...option,
      label: said(option.label),
      explanation: said(option.explanation),
    })),
    examples: facts.examples.map((example) => ({ ...example, title: said(example.title) })),
  };
}

/** What was understood of messages, or looked at in a test, in somebody's language. */
export function toldIn<Told extends { readonly text: string }>(language: Language, all: readonly Told[]): Told[] {
  return all.map((one) => ({ ...one, text: say(one.text, language) }));
}
