import { type SurveyStage, surveyStages } from '../../db/vocabulary/event.ts';
import { Exchange, type Link } from '../offline/exchange.svelte.ts';
import { keep, readKept } from '../offline/kept.ts';
import { type Entry, Outbox } from '../offline/outbox.svelte.ts';
import { newId } from '../offline/phone.ts';
import { readSurvey, sendAnswers } from './surveyApi.ts';
import type { Answered, PublicSurvey, SurveyAnswer } from './surveyTypes.ts';
import { type SurveyLocale, surveyLocaleOf } from './surveyWords.ts';

/** The server takes a second answer of a phone within this time in place of the first; after it comes another visit. */
const visitMs = 4 * 3_600_000;

/** What a customer has chosen so far; scores by the question's place. */
interface Draft {
  readonly scores: Readonly<Record<number, number>>;
  readonly comment: string;
  /** When it was last changed, epoch ms. */
  readonly at: number;
}

const emptyDraft: Draft = { scores: {}, comment: '', at: 0 };

/** One customer at one store's public page. What is chosen, and what was not yet sent, is kept on the phone. */
export class SurveyVisit {
  readonly key: string;
  readonly stage: SurveyStage | null;
  survey = $state.raw<PublicSurvey | null>(null);
  draft = $state.raw<Draft>(emptyDraft);
  isClosed = $state(false);
  isBusy = $state(false);
  /** The questions stand open though an answer was given already: it is being changed. */
  isChanging = $state(false);
  readonly outbox: Outbox<Answered>;
  readonly #exchange = new Exchange(() => this.#round());
  #chosenLocale = $state<SurveyLocale | null>(readKept<SurveyLocale>('survey.locale'));

  constructor(path: string, search: string) {
    this.key = decodeURIComponent(path.split('/')[2] ?? '');
    const stage = new URLSearchParams(search).get('stage');
    this.stage = surveyStages.find((one) => one === stage) ?? null;
    this.survey = readKept<PublicSurvey>(this.#name('questions'));
    const draft = readKept<Draft>(this.#name('draft'));
    // Of an earlier visit: this one begins with an empty page.
    this.draft = draft !== null && Date.now() - draft.at < visitMs ? draft : emptyDraft;
    this.outbox = new Outbox<Answered>(this.#name('answers'));
  }

  get link(): Link {
    return this.#exchange.link;
  }

  get locale(): SurveyLocale {
    return this.#chosenLocale ?? surveyLocaleOf(this.survey?.locale ?? navigator.language) ?? 'en';
  }

  /** This visit's answer, if it was given: what waits, however old, or what was sent in the last hours. */
  get given(): Entry<Answered> | null {
    const [last] = this.outbox.entries.filter(({ content }) => content.stage === this.stage);
    return last && (last.state === 'waiting' || Date.now() - last.madeAt < visitMs) ? last : null;
  }

  start(): () => void {
    const stops = [this.#exchange.start(), this.outbox.follow()];
    return () => {
      for (const stop of stops) stop();
    };
  }

  speak(locale: SurveyLocale): void {
    this.#chosenLocale = locale;
    keep('survey.locale', locale);
  }

  choose(place: number, score: number): void {
    this.#setDraft({ ...this.draft, scores: { ...this.draft.scores, [place]: score } });
  }

  comment(comment: string): void {
    this.#setDraft({ ...this.draft, comment });
  }

  /** Keeps the answer and sends it if it can; does nothing where no question was answered. */
  submit(): void {
    const answers = this.#answers();
    if (answers.length === 0) return;
    const { given } = this;
    // What was never sent is replaced here, as the server replaces what was.
    if (given && given.state !== 'sent') this.outbox.remove(given.id);
    this.outbox.add(newId(), { stage: this.stage, answers });
    this.isChanging = false;
    void this.exchange();
  }

  /** The answer that was refused is put aside, and what was chosen stands again. */
  answerAnew(): void {
    const { given } = this;
    if (given?.state === 'refused') this.outbox.remove(given.id);
    this.isChanging = true;
  }

  exchange(): Promise<void> {
    return this.#exchange.exchange();
  }

  async #round(): Promise<Link> {
    const fate = await readSurvey(this.key);
    if (fate.kind === 'answered') this.#takeQuestions(fate.answer);
    this.isClosed = fate.kind === 'closed';
    if (fate.kind === 'unreachable') return 'offline';
    await this.outbox.send((entry) => this.#post(entry));
    return 'online';
  }

  /** Throws where it can't be sent now, so that it waits. */
  async #post({ madeAt, content }: Entry<Answered>): Promise<string | null> {
    const fate = await sendAnswers(this.key, { ...content, madeAt, phone: phoneId() });
    this.isBusy = fate.kind === 'busy';
    if (fate.kind === 'busy' || fate.kind === 'unreachable') throw new Error(fate.kind);
    if (fate.kind !== 'answered') return fate.kind;
    return null;
  }

  #answers(): SurveyAnswer[] {
    const comment = this.draft.comment.trim();
    const answers = (this.survey?.questions ?? []).flatMap(({ survey, criterion }, place): SurveyAnswer[] => {
      const score = this.draft.scores[place];
      return score === undefined ? [] : [{ survey, score, ...(criterion === null ? {} : { criterion }) }];
    });
    return answers.map((answer, place) => (place === 0 && comment !== '' ? { ...answer, comment } : answer));
  }

  #takeQuestions(survey: PublicSurvey): void {
    const isChanged = JSON.stringify(this.survey?.questions) !== JSON.stringify(survey.questions);
    // Scores are known by their question's place: other questions, other places.
    if (this.survey !== null && isChanged) this.#setDraft({ ...this.draft, scores: {} });
    this.survey = survey;
    keep(this.#name('questions'), survey);
  }

  #setDraft(draft: Draft): void {
    this.draft = { ...draft, at: Date.now() };
    keep(this.#name('draft'), this.draft);
  }

  #name(what: string): string {
    return `survey.${this.key}.${what}`;
  }
}

/** This phone's random number, made at its first answer. Where nothing can be kept, each answer has its own. */
function phoneId(): string {
  const known = readKept<string>('survey.phone') ?? newId();
  keep('survey.phone', known);
  return known;
}
