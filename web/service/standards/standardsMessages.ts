import { type Count, plural } from '../../language/plural.ts';
import type { Level } from '../standardTypes.ts';

/** Every sentence of the settings of standards and checklists. */
export const standardsMessages = {
  title: 'Service standards',
  lead: 'What good service is, in numbers: by process and step, when it is green, yellow or red, and who answers for it. They hold for every store.',
  failed: 'The standards could not be loaded',
  viewer: 'Only the owner changes standards; everybody sees them.',

  templates: {
    title: 'Begin with a template',
    titleMore: 'More from a template',
    lead: 'A template adds what is not there yet and changes nothing that is. Each line can be changed afterwards.',
    locale: 'Language of its words',
    contents: (processes: Count, criteria: Count, checklists: Count): string =>
      `${processes} processes, ${criteria} criteria, ${checklists} checklists`,
    show: 'What is in it',
    take: 'Take it',
    takeOf: (name: string): string => `Take the template: ${name}`,
    nothingNew: 'Everything of it was there already.',
    taken: (count: Count): string => `Added or changed: ${count}.`,
  },

  table: {
    title: 'Standards',
    none: 'There is no standard yet. Take a template, or add one.',
    criterion: 'Criterion',
    thresholds: 'Green and yellow',
    weight: 'Weight',
    owner: 'Answers for it',
    add: 'Add a standard',
    edit: 'Change',
    editOf: (name: string): string => `Change: ${name}`,
    remove: 'Remove',
    removeOf: (name: string): string => `Remove: ${name}`,
    removeSure: (name: string): string =>
      `Remove the standard “${name}”? What was observed stays, but is no longer sorted into green, yellow and red.`,
    csi: 'Weights of the satisfaction index',
    requests: 'Requests and complaints',
  },

  form: {
    addTitle: 'Add a standard',
    editTitle: 'Change a standard',
    process: 'Id of the process (empty: made from its name)',
    processName: 'Process, as people call it',
    criterion: 'Id of the criterion (empty: made from its name)',
    criterionName: 'Criterion, as people call it',
    step: 'Step of the process',
    unit: 'Unit (s, min, h, %, yes/no …)',
    green: 'Green',
    yellow: 'Yellow',
    lowerIsBetter: 'Less is better',
    idsHint: 'Devices and files name processes and criteria by their ids.',
    thresholdsHint:
      'Up to this value where less is better, from this value where more is; the value itself belongs to it.',
    order: 'Yellow must be the weaker one: above green where less is better, below it where more is.',
    weight: 'Weight (in the satisfaction index)',
    owner: 'Role that answers for it',
    level: 'Level',
    noLevel: 'not said',
    levels: { 1: '1, first line', 2: '2, specialist', 3: '3, management' } satisfies Record<Level, string>,
    save: 'Save',
    cancel: 'Cancel',
  },

  checklists: {
    title: 'Checklists',
    lead: 'What is looked at in a mystery visit or an audit of one’s own. Filled in on a phone, without a network too.',
    none: 'There is no checklist yet. Take a template, or add one.',
    items: (count: Count): string => plural(count, { one: `${count} item`, other: `${count} items` }),
    add: 'Add a checklist',
    addTitle: 'Add a checklist',
    editTitle: 'Change a checklist',
    name: 'Name',
    item: (place: string): string => `Item ${place}`,
    addItem: 'Add an item',
    removeItem: (place: string): string => `Remove item ${place}`,
    removeShort: 'Remove',
    removeSure: (name: string): string => `Remove the checklist “${name}”? Checks made by it stay.`,
  },
};
