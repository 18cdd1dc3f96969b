import type { Palette } from './barLine.ts';

export function paletteOf(style: CSSStyleDeclaration): Palette {
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    entries: token('entries'),
    entriesSoft: token('accent-soft'),
    purchases: token('purchases'),
    ghost: token('ghost'),
    interval: token('interval'),
    line: token('line'),
    lineStrong: token('line-strong'),
    ink: token('ink'),
    inkSoft: token('ink-soft'),
    card: token('card'),
    font: token('font'),
    poor: token('poor'),
    estimate: hatched(token('entries'), token('card')) ?? token('accent-soft'),
  };
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
