/** What a line of the audit log speaks of, taken from its subject: `store arbat`, `walk test w1 of device cam-1`. */
export interface Subject {
  readonly kind: SubjectKind | null;
  /** Its id or name; empty where there is but one. */
  readonly id: string;
  /** Where it belongs. */
  readonly of: { readonly kind: 'store' | 'device' | 'person'; readonly id: string } | null;
}

/** Longer words first: `check` begins `checklist`. */
export const subjectKinds = [
  'organisation',
  'region',
  'store',
  'entrance',
  'queue',
  'device',
  'MQTT client',
  'standard',
  'checklist',
  'source',
  'person',
  'owner',
  'token',
  'own preferences',
  'password link',
  'take-out',
  'held counts',
  'corrective action',
  'import mapping',
  'a file',
  'walk test',
  'observations by hand',
  'count by hand',
  'check',
  'survey page',
  'note',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Kinds whose only "of" is whose they are: an id may itself hold the word. */
const belonging = / (?:of|into) (store|device|person) (\S.*)$/;

/** A subject that nobody knows is kept as it is written. */
export function subjectOf(text: string): Subject {
  const kind = subjectKinds.find((one) => text === one || text.startsWith(`${one} `)) ?? null;
  if (kind === null) return { kind, id: text, of: null };
  const rest = text.slice(kind.length);
  const match = belonging.exec(rest);
  // The pattern has three words for the first group, and a text for the second.
  const of = match ? { kind: match[1] as 'store' | 'device' | 'person', id: match[2] as string } : null;
  const own = (match ? rest.slice(0, match.index) : rest).trim();
  return { kind, id: own.replace(/^into /, ''), of: of && { ...of, id: of.id.replace(/ of store .*$/, '') } };
}

export interface ShownField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** As the provision file calls them. */
const fileNames: Readonly<Record<string, string>> = {
  regionId: 'region',
  storeId: 'store',
  entranceId: 'entrance',
  dayStartsAtMinutes: 'dayStartsAt',
  reportsEverySeconds: 'reportsEvery',
  silentAfterSeconds: 'silentAfter',
  storeIds: 'stores',
  regionIds: 'regions',
};

export function fieldName(field: string): string {
  return fileNames[field] ?? field;
}

/** A value as the provision file writes it; null where there is none. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { '': value };
}

/** Field by field what a change was: those that are the same in both are left out. */
export function shownFields(before: unknown, after: unknown): readonly ShownField[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field: fieldName(field), before: valueText(was[field]), after: valueText(is[field]) }))
    .filter((one) => one.before !== one.after);
}
