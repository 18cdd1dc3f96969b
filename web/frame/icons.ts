/** Drawn as strokes on a 20 × 20 ground. */
export const icons = {
  funnel: 'M3 4h14l-5 6v6l-4-2v-4z',
  trends: 'M3 15l4.5-5 3.5 3 6-8M3 17.5h14',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
  stores: 'M3 8l1.5-4h11L17 8M4 8v8h12V8M3 8h14M8 16v-4h4v4',
  queue: 'M4 5.5h.01M4 10h.01M4 14.5h.01M8 5.5h8M8 10h5M8 14.5h3',
  service: 'M3 4h14v9H9l-4 3.5V13H3zM7 8.5l2 2 4-4',
  signal: 'M4 16v-4M10 16V8M16 16V4',
  devices: 'M3 4h14v8H3zM7 16h6M10 12v4',
  back: 'M12 4l-6 6 6 6',
  down: 'M5 8l5 5 5-5',
  forward: 'M8 4l6 6-6 6',
  good: 'M4 10.5l4 4 8-9',
  fair: 'M10 3l8 14H2zM10 8.5v4M10 14.6v.4',
  poor: 'M5 5l10 10M15 5L5 15',
  none: 'M4 10h12',
  copy: 'M7 7V3h10v10h-4M3 7h10v10H3z',
} as const;

export type IconName = keyof typeof icons;
