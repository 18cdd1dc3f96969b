import { describe, expect, it } from 'vitest';
import { Formats } from '../../web/format/formats.ts';
import { type PressedKey, Shortcuts } from '../../web/frame/shortcuts.ts';
import { timeText } from '../../web/selection/timeText.ts';

const pressed = (code: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key: /^Key/.test(code) ? code.slice(3).toLowerCase() : code,
  code,
  isControl: false,
  isAlt: false,
  isTyping: false,
  at: 0,
  ...more,
});

describe('keys', () => {
  it('lead to a page by g and its letter, one soon after the other', () => {
    const keys = new Shortcuts(true);
    expect(keys.read(pressed('KeyG'))).toBeNull();
    expect(keys.read(pressed('KeyT', { at: 400 }))).toEqual({ kind: 'page', shortcut: 't' });
    expect(keys.read(pressed('KeyT', { at: 500 }))).toBeNull();
    keys.read(pressed('KeyG', { at: 1000 }));
    expect(keys.read(pressed('KeyT', { at: 4000 }))).toBeNull();
  });

  it('wait a second and a half for the page’s letter, and begin anew with the next g', () => {
    const keys = new Shortcuts(true);
    keys.read(pressed('KeyG'));
    expect(keys.read(pressed('KeyT', { at: 1500 }))).toEqual({ kind: 'page', shortcut: 't' });
    keys.read(pressed('KeyG', { at: 5000 }));
    expect(keys.read(pressed('KeyT', { at: 6501 }))).toBeNull();
    keys.read(pressed('KeyG', { at: 9000 }));
    expect(keys.read(pressed('KeyG', { at: 9100 }))).toEqual({ kind: 'page', shortcut: 'g' });
    expect(keys.read(pressed('KeyT', { at: 9200 }))).toBeNull();
    keys.read(pressed('KeyT', { at: 20_000 }));
    expect(keys.read(pressed('KeyQ', { at: 20_010 }))).toBeNull();
  });

  it('forget the g where a sign or another key comes after it', () => {
    const keys = new Shortcuts(true);
    keys.read(pressed('KeyG'));
    expect(keys.read(pressed('Slash', { key: '/', at: 10 }))).toEqual({ kind: 'filter' });
    expect(keys.read(pressed('KeyT', { at: 20 }))).toBeNull();
  });

  it('are found by their place where another alphabet is switched on', () => {
    const keys = new Shortcuts(true);
    keys.read(pressed('KeyG', { key: 'п' }));
    expect(keys.read(pressed('KeyQ', { key: 'й', at: 10 }))).toEqual({ kind: 'page', shortcut: 'q' });
    expect(keys.read(pressed('BracketLeft', { key: 'х', at: 20 }))).toEqual({ kind: 'previous' });
    expect(keys.read(pressed('BracketRight', { key: 'ъ', at: 25 }))).toEqual({ kind: 'next' });
    expect(keys.read(pressed('Slash', { key: '؟', at: 30 }))).toEqual({ kind: 'help' });
    // What a Latin keyboard has in this place is what it says.
    expect(keys.read(pressed('BracketLeft', { key: 'q', at: 40 }))).toBeNull();
    expect(keys.read(pressed('BracketLeft', { key: '{', at: 50 }))).toBeNull();
    expect(keys.read(pressed('KeyA', { key: 'ф', at: 60 }))).toBeNull();
  });

  it('leave a field that is being filled in alone, but for the palette', () => {
    const keys = new Shortcuts(true);
    expect(keys.read(pressed('Slash', { key: '/', isTyping: true }))).toBeNull();
    expect(keys.read(pressed('KeyK', { isControl: true, isTyping: true }))).toEqual({ kind: 'palette' });
    expect(keys.read(pressed('Slash', { key: '/' }))).toEqual({ kind: 'filter' });
    expect(keys.read(pressed('KeyG', { isControl: true }))).toBeNull();
    expect(keys.read(pressed('KeyK', { isControl: true, isAlt: true }))).toBeNull();
    expect(keys.read(pressed('KeyK'))).toBeNull();
    expect(keys.read(pressed('Slash', { key: '/', isAlt: true }))).toBeNull();
  });

  it('keep quiet when single keys are switched off', () => {
    const keys = new Shortcuts(false);
    expect(keys.read(pressed('Slash', { key: '/' }))).toBeNull();
    keys.read(pressed('KeyG'));
    expect(keys.read(pressed('KeyT', { at: 10 }))).toBeNull();
    expect(keys.read(pressed('KeyK', { isControl: true }))).toEqual({ kind: 'palette' });
  });
});

describe('the time that is shown', () => {
  const formats = new Formats('en-GB', { language: 'en', digits: null, calendar: null });
  const today = '2026-03-14';
  const text = (from: string, to: string, period: Parameters<typeof timeText>[0]['period']): string =>
    timeText({ range: { from, to }, period, today }, formats);

  it('is today, yesterday, or a day by its date', () => {
    expect(text(today, today, 'day')).toBe('Today');
    expect(text('2026-03-13', '2026-03-13', 'day')).toBe('Yesterday');
    expect(text('2026-03-10', '2026-03-10', 'day')).toBe('Tue 10 Mar');
  });

  it('is a period by its name, with its dates where it does not end today', () => {
    expect(text('2026-03-08', today, 'week')).toBe('Last 7 days');
    expect(text('2026-03-01', '2026-03-07', 'week')).toMatch(/^7 days: 1\s?[–-]\s?7 Mar$/);
    expect(text('2026-03-02', '2026-03-05', null)).toMatch(/^2\s?[–-]\s?5 Mar$/);
    expect(text('2025-03-02', '2025-03-05', null)).toMatch(/^2\s?[–-]\s?5 Mar 2025$/);
  });
});
