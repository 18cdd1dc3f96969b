import { poisson, type Random } from '../../demo/random.ts';

/** Somebody's way through the queue, as far as it has been sent. */
export type Visit = Readonly<Record<'id' | 'queue' | 'joinedAt', string>> & { readonly calledAt?: string };

interface QueueMind {
  readonly random: Random;
  readonly waiting: Visit[];
  readonly sent: number;
}

type Body = Readonly<Record<string, unknown>>;

const mostWaiting = 8;
const wire = (at: number): string => new Date(at).toISOString();

/** A length, or the next step of somebody's way: joined, called, left; each message tells what is new of the visit. */
export function queueBody({ random, waiting, sent }: QueueMind, now: number): Body {
  const next = random();
  const [first] = waiting;
  if (next < 0.25) return { at: wire(now), queue: 'tills', length: waiting.length, open: 2 };
  if (first === undefined || (next < 0.5 && waiting.length < mostWaiting)) {
    const visit = { id: `${now.toString(36)}-${sent}`, queue: 'tills', joinedAt: wire(now) };
    waiting.push(visit);
    return visit;
  }
  if (first.calledAt === undefined && next < 0.95) {
    const called = { ...first, calledAt: wire(now) };
    waiting[0] = called;
    return called;
  }
  waiting.shift();
  return { ...first, leftAt: wire(now) };
}

/** Something of service: mostly observations and answers. */
export function serviceBody({ random, sent }: Omit<QueueMind, 'waiting'>, now: number): Body {
  const basics = { id: `${now.toString(36)}-${sent}`, at: wire(now) };
  const kind = random();
  if (kind < 0.4) return { ...basics, process: 'checkout', criterion: 'wait-seconds', value: poisson(120, random) };
  if (kind < 0.6) return { ...basics, survey: 'nps', score: Math.min(10, poisson(8, random)) };
  if (kind < 0.8) return { ...basics, survey: 'csat', score: 1 + Math.floor(5 * random()) };
  if (kind < 0.95)
    return { id: basics.id, openedAt: basics.at, level: 1 + Math.floor(3 * random()), category: 'delivery' };
  const items = ['greeted', 'clean', 'price-tags'].map((item) => ({ item, passed: random() < 0.9 }));
  return { ...basics, standard: 'simulated-audit', items };
}
