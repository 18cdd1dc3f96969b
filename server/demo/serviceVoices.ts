import type { DemoPlace } from './demand.ts';
import { floorAt } from './floor.ts';
import { normal, type Random, randomFor } from './random.ts';
import { demoTemplate } from './serviceValues.ts';

type Item = Readonly<Record<string, unknown>>;

interface Answered {
  readonly id: string;
  readonly at: number;
}

const csiCriteria = demoTemplate.criteria.filter(({ process }) => process === 'csi').map(({ criterion }) => criterion);

const comments = {
  glad: ['Friendly and quick, thank you.', 'They found my size in the other shop.', 'Always a pleasure.'],
  middling: ['All right, a bit crowded.', 'Good choice, but hard to find help.', 'Prices were not on every shelf.'],
  cross: ['Only one till open and ten people waiting.', 'Nobody around to ask.', 'The price at the till was another.'],
} as const;

function clamped(value: number, [lowest, highest]: readonly [number, number]): number {
  return Math.min(highest, Math.max(lowest, Math.round(value)));
}

function commentOn(mood: number, random: Random): { readonly comment?: string } {
  if (random() > 0.12) return {};
  const of = mood > 0.3 ? comments.glad : mood > -0.9 ? comments.middling : comments.cross;
  return { comment: of[Math.floor(random() * of.length)] ?? of[0] };
}

/** One customer's answer: to one question, or to all of the index. Who waited long is less glad. */
export function answerItems(place: DemoPlace, { id, at }: Answered, random: Random): Item[] {
  const { demo, demandAt } = place;
  const waitedMinutes = floorAt(demo, demandAt, at).meanWaitSeconds / 60;
  const mood = normal(random) + 0.25 * normal(randomFor('gladness', demo.id)) - 0.1 * Math.max(0, waitedMinutes - 3);
  const basics = { at: new Date(at).toISOString() };
  const kind = random();
  if (kind < 0.45) {
    return [{ id, ...basics, survey: 'nps', score: clamped(8.3 + 1.9 * mood, [0, 10]), ...commentOn(mood, random) }];
  }
  if (kind < 0.88) {
    const when = random();
    const stage = when < 0.25 ? { stage: 'before' } : when < 0.5 ? { stage: 'after' } : {};
    const lift = when < 0.25 ? -0.35 : when < 0.5 ? 0.25 : 0;
    return [{ id, ...basics, survey: 'csat', score: clamped(4.25 + 0.9 * mood + lift, [1, 5]), ...stage }];
  }
  return csiCriteria.map((criterion, i) => {
    const about = criterion === 'waiting' ? -0.25 * Math.max(0, waitedMinutes - 1) : 0;
    const score = clamped(8 + 0.9 * mood + 0.9 * normal(random) + about, [1, 10]);
    return { id: `${id}-${i}`, ...basics, survey: 'csi', criterion, score };
  });
}
