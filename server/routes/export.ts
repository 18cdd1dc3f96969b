import { type Context, Hono } from 'hono';
import { exportQuery } from '../contracts/export.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

const csvType = 'text/csv; charset=utf-8';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What `compare` or `funnel` shows, as a file. */
export function exportRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/export.csv',
      describe({ summary: 'Figures as CSV', tag: 'figures', access: 'read', contentType: 'text/csv' }),
      allow('read'),
      take('query', exportQuery),
      async (c) => {
        const text = await answers.exportCsv(scopeOf(c), { query: c.req.valid('query'), now: now() });
        return c.body(text, 200, fileHeaders(c, csvType));
      },
    )
    .get(
      '/api/v1/export.xlsx',
      describe({ summary: 'Figures as a workbook', tag: 'figures', access: 'read', contentType: xlsxType }),
      allow('read'),
      take('query', exportQuery),
      async (c) => {
        const bytes = await answers.exportXlsx(scopeOf(c), { query: c.req.valid('query'), now: now() });
        return c.body(bytes, 200, fileHeaders(c, xlsxType));
      },
    );
}

function fileHeaders(c: Context, type: string): Record<string, string> {
  const extension = c.req.path.slice(c.req.path.lastIndexOf('.'));
  const name = `lintel-${c.req.query('from')}-${c.req.query('to')}${extension}`;
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' };
}
