import { describe, expect, it } from 'vitest';
import { csvOf, xlsxOf } from '../../../server/export/write.ts';

describe('exported files', () => {
  it('CSV has a byte order mark, quotes what needs it, and leaves what was not measured empty', async () => {
    const text = await csvOf({
      head: ['store', 'entries'],
      rows: [
        ['a "b", c', null],
        ['Арбат', -2.5],
      ],
    });
    expect(text).toBe('\uFEFFstore,entries\r\n"a ""b"", c",\r\nАрбат,-2.5\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('a name such as %j is not taken for a formula', async (name) => {
    const text = await csvOf({ head: ['name'], rows: [[name]] });
    expect(text.split('\r\n')[1]).toContain(`'${name}`);
  });

  it('a workbook is a zip file', async () => {
    const bytes = await xlsxOf({
      head: ['store', 'entries'],
      rows: [
        ['arbat', 5],
        ['=1', null],
      ],
    });
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
  });
});
