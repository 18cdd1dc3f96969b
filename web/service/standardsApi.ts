import { call } from '../api.ts';
import type { Checklist, Standard, Standards, Template, TemplateLocale } from './standardTypes.ts';

const path = '/api/v1/standards';

interface Changes {
  /** What changed, in words. */
  readonly changes: readonly string[];
}

/** `locale`: of the templates. */
export function readStandards(locale?: TemplateLocale): Promise<Standards> {
  return call(path, { query: { locale } });
}

export function saveStandards(change: {
  readonly standards?: readonly Standard[];
  readonly checklists?: readonly Checklist[];
}): Promise<Changes> {
  return call(path, { method: 'PUT', body: change });
}

export function removeStandard({ process, criterion }: Pick<Standard, 'process' | 'criterion'>): Promise<unknown> {
  return call(`${path}/${encodeURIComponent(process)}/${encodeURIComponent(criterion)}`, { method: 'DELETE' });
}

export function removeChecklist(id: string): Promise<unknown> {
  return call(`/api/v1/checklists/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function takeTemplate(template: Template['id'], locale: TemplateLocale): Promise<Changes> {
  return call(`${path}/template`, { method: 'POST', body: { template, locale } });
}
