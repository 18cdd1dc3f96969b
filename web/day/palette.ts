/** The chart's colours and type, as the tokens say at this moment: a canvas can't read CSS by itself. */
export interface Palette {
  readonly entries: string;
  readonly entriesSoft: string;
  readonly purchases: string;
  readonly ghost: string;
  readonly interval: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly card: string;
  readonly font: string;
}

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
  };
}
