import fc from 'fast-check';

/** Zones with half-hour, quarter-hour, two-hour, skipped-day and Ramadan changes among them. */
export const oddZones = [
  'UTC',
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Caracas',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Pyongyang',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Australia/Eucla',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
  'Atlantic/Azores',
] as const;

export const anyZone = fc.constantFrom(...oddZones);
/** Instants that the tables cover, and some years to both sides of them. */
export const anyInstant = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2065, 0, 1) });
/** Dates of the years in which most zones still changed their minds. */
export const anyDate = fc
  .integer({ min: Date.UTC(2008, 0, 1) / 86_400_000, max: Date.UTC(2032, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
/** Minutes after midnight, in quarters of an hour. */
export const anyQuarter = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
