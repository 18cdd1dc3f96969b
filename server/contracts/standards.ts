import { z } from 'zod';
import { checklistSchema, standardSchema } from '../provision/schema.ts';
import { strictShape } from '../provision/strict.ts';
import { languages } from './languages.ts';
import { storable } from './parameters.ts';

/** Service standards and checklists: the traffic light's thresholds, and what is looked at in a check. */

export const templateIds = ['shop', 'cafe', 'pharmacy', 'bank'] as const;
export type TemplateId = (typeof templateIds)[number];

const level = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe('1 first line, 2 specialist, 3 management');

export const standardAnswer = z.object({
  process: z.string(),
  criterion: z.string(),
  processName: z.string().nullable(),
  criterionName: z.string().nullable(),
  step: z.string().nullable().describe('the step of the process’s scenario that it measures'),
  unit: z.string().nullable(),
  owner: z.string().nullable().describe('the role that answers for it'),
  level: level.nullable(),
  green: z.number(),
  yellow: z.number(),
  lowerIsBetter: z.boolean(),
  weight: z.number(),
});

export const checklistAnswer = z.object({
  id: z.string(),
  name: z.string(),
  items: z.array(z.object({ id: z.string(), text: z.string() })),
});

const templateAnswer = z.object({
  id: z.enum(templateIds),
  name: z.string(),
  about: z.string(),
  processes: z.array(
    z.object({ id: z.string(), name: z.string(), steps: z.array(z.string()).describe('its scenario, in order') }),
  ),
  criteria: z.array(standardAnswer),
  checklists: z.array(checklistAnswer),
});

export const standardsQuery = z.object({
  locale: z
    .enum(languages, { error: `must be one of ${languages.join(', ')}` })
    .optional()
    .describe('of the templates; the organisation’s where it is left out'),
});

export const standardsAnswer = z.object({
  standards: z.array(standardAnswer).describe('in the order of their scenarios'),
  checklists: z.array(checklistAnswer),
  templates: z.array(templateAnswer),
});
export type StandardsAnswer = z.infer<typeof standardsAnswer>;

/** As in the provision file; what is left out stays as it is, and nothing is taken away. */
export const standardsBody = strictShape({
  standards: z.array(standardSchema).max(500, 'has more than 500 standards').optional(),
  checklists: z.array(checklistSchema).max(100, 'has more than 100 checklists').optional(),
});

export const changesAnswer = z.object({ changes: z.array(z.string()).describe('what changed, in words') });

export const templateBody = z.strictObject({
  template: z.enum(templateIds, { error: `must be one of ${templateIds.join(', ')}` }),
  locale: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }),
  overwrite: z
    .boolean()
    .default(false)
    .describe('true: standards and checklists that are there already are set as in the template'),
});

export const standardParam = z.object({ process: storable, criterion: storable });
export const checklistParam = z.object({ id: storable });
