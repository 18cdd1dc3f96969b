import type { Palette } from './barLine.ts';

const tokens = {
  entries: 'entries',
  entriesSoft: 'accent-soft',
  purchases: 'purchases',
  ghost: 'ghost',
  ghostLine: 'ghost-line',
  interval: 'interval',
  line: 'line',
  lineStrong: 'line-strong',
  ink: 'ink',
  inkSoft: 'ink-soft',
  card: 'card',
  poor: 'poor',
  note: 'note',
  holiday: 'holiday',
} as const;

/** The tokens as the page shows them now, light or dark: an element wears each for a moment, since a token itself says both. */
export function paletteOf(page: HTMLElement): Palette {
  const probe = page.ownerDocument.createElement('span');
  probe.hidden = true;
  page.append(probe);
  const style = getComputedStyle(probe);
  const colors = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => {
      probe.style.color = `var(--${token})`;
      return [name, style.color];
    }),
    // Guaranteed: every name of `tokens` got its colour in the line above.
  ) as Record<keyof typeof tokens, string>;
  const font = style.getPropertyValue('--font').trim();
  probe.remove();
  return { ...colors, font, estimate: hatched(colors.entries, colors.card) ?? colors.entriesSoft };
}

const hatchSize = 6;

/** Thin slanting lines; null where the browser has no canvas to draw them on. */
function hatched(line: string, ground: string): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = hatchSize;
  tile.height = hatchSize;
  const context = tile.getContext('2d');
  if (context === null) return null;
  context.fillStyle = ground;
  context.fillRect(0, 0, hatchSize, hatchSize);
  context.strokeStyle = line;
  context.lineWidth = 1.2;
  // The corners too, so that the lines go on from tile to tile.
  for (const shift of [-hatchSize, 0, hatchSize]) {
    context.beginPath();
    context.moveTo(shift - 1, hatchSize + 1);
    context.lineTo(shift + hatchSize + 1, -1);
    context.stroke();
  }
  return context.createPattern(tile, 'repeat');
}
