import type { HolidaysAnswer } from '../../server/contracts/holidays.ts';
import type { NoteAnswer, NoteBody, NotesAnswer } from '../../server/contracts/notes.ts';
import type { QueueAnswer } from '../../server/contracts/queue.ts';
import type { ServiceAnswer } from '../../server/contracts/service.ts';
import { call, storePath } from '../api.ts';
import type { Funnel } from '../api-types.ts';
import { language } from '../language/language.ts';
import type { DateRange } from '../selection/period.ts';
import type { StepSize } from './ranges.ts';

export interface SeriesQuery extends DateRange {
  readonly store: string;
  readonly by: StepSize;
}

export interface FunnelSeriesQuery extends SeriesQuery {
  readonly fields: readonly string[];
  readonly isReported: boolean;
  readonly hasEstimates: boolean;
}

/** With figures=reported: how many dates are as they were reported. */
export interface ReportedPart {
  readonly dates: number;
  readonly withoutReport: number;
}

export type FunnelSeries = Funnel & { readonly reported?: ReportedPart };
export type Note = NotesAnswer['notes'][number];
export type { HolidaysAnswer, NoteBody };

const notePath = (id: string): string => `/api/v1/notes/${encodeURIComponent(id)}`;

/** The calls of the page of trends; all reject with ApiError. */
export const trendsApi = {
  funnel: ({ store, from, to, by, fields, isReported, hasEstimates }: FunnelSeriesQuery): Promise<FunnelSeries> =>
    call(`${storePath(store)}/funnel`, {
      query: {
        ...{ from, to, by, fields: fields.join(',') },
        ...(isReported ? { figures: 'reported' } : {}),
        ...(hasEstimates ? { estimates: 'true' } : {}),
      },
    }),
  queue: ({ store, from, to, by }: SeriesQuery): Promise<QueueAnswer> =>
    call(`${storePath(store)}/queue`, { query: { from, to, by } }),
  service: ({ store, from, to, by }: SeriesQuery): Promise<ServiceAnswer> =>
    call(`${storePath(store)}/service`, { query: { from, to, by } }),
  holidays: (store: string, { from, to }: DateRange): Promise<HolidaysAnswer> =>
    call(`${storePath(store)}/holidays`, { query: { from, to, language } }),
  notes: (store: string, { from, to }: DateRange): Promise<NotesAnswer> =>
    call('/api/v1/notes', { query: { from, to, store } }),
  addNote: (note: NoteBody): Promise<NoteAnswer> => call('/api/v1/notes', { method: 'POST', body: note }),
  changeNote: (id: string, note: NoteBody): Promise<NoteAnswer> => call(notePath(id), { method: 'PUT', body: note }),
  removeNote: (id: string): Promise<unknown> => call(notePath(id), { method: 'DELETE' }),
};
