import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvBlob, type ShownTable, xlsxBlob } from '../../web/figure/tableFile.ts';

const shown: ShownTable = {
  head: ['Store', 'Conversion', 'Net sales'],
  rows: [
    ['Arbat; "north"', 0.2134, 1592.5],
    ['=HYPERLINK("http://x")', null, -3],
  ],
};

describe('what is on the screen as a file', () => {
  it('is CSV that a spreadsheet opens as it was: quoted, empty where nothing is known, never a formula', async () => {
    const bytes = Buffer.from(await csvBlob(shown).arrayBuffer()).toString('utf8');
    const lines = [
      '\uFEFFStore,Conversion,Net sales',
      '"Arbat; ""north""",0.2134,1592.5',
      `"'=HYPERLINK(""http://x"")",,-3`,
    ];
    expect(bytes).toBe(`${lines.join('\r\n')}\r\n`);
  });

  it('is a workbook whose numbers are numbers', async () => {
    const book = Buffer.from(await (await xlsxBlob(shown, true)).arrayBuffer());
    const [sheet] = await readXlsxFile(book);
    expect(sheet?.data).toEqual([shown.head, ...shown.rows]);
  });
});
