/** What a file may hold, as the API calls it. */
export const kinds = ['sales', 'counts', 'queue', 'service'] as const;
export type Kind = (typeof kinds)[number];

const fieldNames = {
  sales: ['id', 'at', 'total', 'type', 'items', 'tax', 'till', 'currency', 'channel', 'original'],
  counts: [
    ...['start', 'end', 'at', 'in', 'out', 'passersBy', 'totalIn', 'totalOut', 'totalPassersBy'],
    ...['direction', 'count', 'line', 'staffIn', 'staffOut', 'groups', 'id'],
  ],
  queue: [
    ...['joinedAt', 'calledAt', 'leftAt', 'wait', 'service', 'outcome', 'at', 'length', 'open'],
    ...['start', 'end', 'served', 'abandoned', 'meanWait', 'bins', 'queue', 'id'],
  ],
  service: [
    ...['at', 'score', 'survey', 'criterion', 'stage', 'comment', 'value', 'process'],
    ...['openedAt', 'answeredAt', 'resolvedAt', 'level', 'category', 'id'],
  ],
} as const satisfies Record<Kind, readonly string[]>;

/** A field as the API calls it; `bins`: the columns with people by how long they waited. */
export type Field = string;

/** What one line of a file is. */
export type FormName =
  | 'receipts'
  | 'stretches'
  | 'totals'
  | 'passages'
  | 'visits'
  | 'lengths'
  | 'statistics'
  | 'answers'
  | 'observations'
  | 'requests';

/** A column whose words mean something, and what they can mean; the name is the mapping's. */
export interface WordField {
  readonly field: Field;
  readonly key: 'type' | 'direction' | 'outcome';
  readonly meanings: readonly string[];
}

export interface Form {
  readonly name: FormName;
  readonly kind: Kind;
  /** In the order in which they are pointed at. */
  readonly fields: readonly Field[];
  /** Of each of these one at least. */
  readonly needed: readonly (readonly Field[])[];
  /** Fields that may be the same in every line, where the file has no column for them. */
  readonly same: readonly Field[];
  readonly words?: WordField;
  /** A line is a stretch of time: with one of its ends alone its length has to be said. */
  readonly hasSpan?: true;
}

export const times: readonly Field[] = [
  ...['at', 'start', 'end', 'joinedAt', 'calledAt', 'leftAt', 'openedAt', 'answeredAt', 'resolvedAt'],
];
/** Written in seconds or minutes. */
export const lengthsOfTime: readonly Field[] = ['wait', 'service', 'meanWait', 'bins'];

export const receipts: Form = {
  ...{ name: 'receipts', kind: 'sales', same: [], fields: fieldNames.sales, needed: [['id'], ['at'], ['total']] },
  words: { field: 'type', key: 'type', meanings: ['sale', 'return', 'exchange', 'void', 'skip'] },
};

/** By kind, the likeliest first. */
export const forms: Readonly<Record<Kind, readonly [Form, ...Form[]]>> = {
  sales: [receipts],
  counts: [
    {
      ...{ name: 'stretches', kind: 'counts', same: [], hasSpan: true },
      fields: ['start', 'end', 'in', 'out', 'passersBy', 'staffIn', 'staffOut', 'groups', 'line'],
      needed: [
        ['start', 'end'],
        ['in', 'out', 'passersBy'],
      ],
    },
    {
      ...{ name: 'totals', kind: 'counts', same: [] },
      fields: ['at', 'totalIn', 'totalOut', 'totalPassersBy', 'line'],
      needed: [['at'], ['totalIn', 'totalOut', 'totalPassersBy']],
    },
    {
      ...{ name: 'passages', kind: 'counts', same: [] },
      fields: ['at', 'direction', 'count', 'line', 'id'],
      needed: [['at'], ['direction']],
      words: { field: 'direction', key: 'direction', meanings: ['in', 'out', 'passerBy', 'skip'] },
    },
  ],
  queue: [
    {
      ...{ name: 'visits', kind: 'queue', same: ['queue'] },
      fields: ['joinedAt', 'calledAt', 'wait', 'leftAt', 'service', 'outcome', 'queue', 'id'],
      needed: [['joinedAt'], ['calledAt', 'wait']],
      words: { field: 'outcome', key: 'outcome', meanings: ['served', 'abandoned', 'skip'] },
    },
    {
      ...{ name: 'lengths', kind: 'queue', same: ['queue'] },
      fields: ['at', 'length', 'open', 'queue'],
      needed: [['at'], ['length']],
    },
    {
      ...{ name: 'statistics', kind: 'queue', same: ['queue'], hasSpan: true },
      fields: ['start', 'end', 'served', 'bins', 'meanWait', 'abandoned', 'queue'],
      needed: [
        ['start', 'end'],
        ['served', 'bins'],
      ],
    },
  ],
  service: [
    {
      ...{ name: 'answers', kind: 'service', same: ['survey', 'criterion'] },
      fields: ['at', 'score', 'survey', 'criterion', 'stage', 'comment', 'id'],
      needed: [['at'], ['score'], ['survey']],
    },
    {
      ...{ name: 'observations', kind: 'service', same: ['process', 'criterion'] },
      fields: ['at', 'value', 'process', 'criterion', 'id'],
      needed: [['at'], ['value'], ['process'], ['criterion']],
    },
    {
      ...{ name: 'requests', kind: 'service', same: [] },
      fields: ['openedAt', 'answeredAt', 'resolvedAt', 'level', 'category', 'id'],
      needed: [['openedAt']],
    },
  ],
};

/** Every field of a kind, also those of its other forms. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return fieldNames[kind];
}

/** What is not said yet: of each of these one is needed. */
export function missingOf(form: Form, isSaid: (field: Field) => boolean): (readonly Field[])[] {
  return form.needed.filter((oneOf) => !oneOf.some(isSaid));
}

/** The form of a kind that fits best to what is said; the first where several fit as well. */
export function fittingForm(kind: Kind, isSaid: (field: Field, form: Form) => boolean): Form {
  const lacking = (form: Form): number => missingOf(form, (field) => isSaid(field, form)).length / form.needed.length;
  return forms[kind].reduce<Form>((best, form) => (lacking(form) < lacking(best) ? form : best), forms[kind][0]);
}
