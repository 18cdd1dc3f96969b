/** Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection). Numbers and nothing stay. */
export function harmless<Cell>(cell: Cell): Cell | string {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** Without it Excel reads UTF-8 as something else. */
export const byteOrderMark = '\uFEFF';
