import { call, storePath } from '../api.ts';
import { addDays, businessDateAt } from '../format/dates.ts';
import { Form } from '../offline/form.svelte.ts';
import type { House } from '../offline/house.ts';
import { keep, readKept } from '../offline/kept.ts';
import type { Entry } from '../offline/outbox.svelte.ts';
import { newId } from '../offline/phone.ts';
import type { Checklist } from '../service/standardTypes.ts';

type Store = House['stores'][number];

/** What was agreed about one item. */
export interface Agreed {
  readonly id: string;
  readonly what: string;
  readonly role: string;
  /** A business date. */
  readonly dueOn: string;
}

/** A check that is being made. It has the checklist as it was when it began: a change of it meanwhile changes no check. */
interface Draft {
  readonly id: string;
  readonly store: Store;
  readonly checklist: Checklist;
  /** By item; one that is absent was not looked at. */
  readonly marks: Readonly<Record<string, boolean>>;
  readonly agreed: Readonly<Record<string, Agreed>>;
}

/** A check that is over. */
export interface FilledCheck extends Draft {
  readonly at: number;
}

const draftName = 'check.draft';
/** What is agreed upon is due in a week, unless somebody says otherwise. */
const dueInDays = 7;

export class CheckForm {
  draft = $state.raw<Draft | null>(readKept<Draft>(draftName));
  readonly form = new Form<FilledCheck>('check', send);

  start(store: Store, checklist: Checklist): void {
    this.#set({ id: newId(), store, checklist, marks: {}, agreed: {} });
  }

  /** null: it was not looked at after all. What was agreed about an item that failed goes when it did not. */
  mark(item: string, isPassed: boolean | null): void {
    const { draft } = this;
    if (draft === null) return;
    const { [item]: _, ...marks } = draft.marks;
    this.#set({ ...draft, marks: isPassed === null ? marks : { ...marks, [item]: isPassed } });
    if (isPassed !== false) this.drop(item);
  }

  /** Begins what is agreed about an item, or changes it. */
  agree(item: string, change: Partial<Omit<Agreed, 'id'>>): void {
    const { draft } = this;
    if (draft === null) return;
    const dueOn = addDays(todayIn(draft.store), dueInDays);
    const before = draft.agreed[item] ?? { id: newId(), what: '', role: '', dueOn };
    this.#set({ ...draft, agreed: { ...draft.agreed, [item]: { ...before, ...change } } });
  }

  drop(item: string): void {
    const { draft } = this;
    if (draft === null) return;
    const { [item]: _, ...agreed } = draft.agreed;
    this.#set({ ...draft, agreed });
  }

  finish(): void {
    const { draft } = this;
    if (draft === null) return;
    this.form.fill(draft.id, { ...draft, at: Date.now() });
    this.#set(null);
  }

  discard(): void {
    this.#set(null);
  }

  #set(draft: Draft | null): void {
    this.draft = draft;
    keep(draftName, draft);
  }
}

/** The store's business date now: nothing is due before it. */
export function todayIn({ timezone, dayStartsAt }: Store): string {
  return businessDateAt(timezone, dayStartsAt, new Date());
}

/** The items that were looked at, in the checklist's order. */
export function markedOf({ checklist, marks }: Draft): { readonly item: string; readonly passed: boolean }[] {
  return checklist.items.flatMap(({ id }) => {
    const passed = marks[id];
    return passed === undefined ? [] : [{ item: id, passed }];
  });
}

/** Whether each thing that was agreed says what is to be done, by whom and when. */
export function isAgreed({ what, role, dueOn }: Agreed): boolean {
  return what.trim() !== '' && role.trim() !== '' && dueOn !== '';
}

function send({ id, content }: Entry<FilledCheck>): Promise<unknown> {
  const { store, checklist, agreed, at } = content;
  const actions = Object.entries(agreed).map(([item, action]) => ({ ...action, item }));
  return call(`${storePath(store.id)}/checks`, {
    method: 'POST',
    body: {
      id,
      at: new Date(at).toISOString(),
      standard: checklist.id,
      items: markedOf(content),
      ...(actions.length === 0 ? {} : { actions }),
      sentAt: new Date().toISOString(),
    },
  });
}
