/** The demo's chain: 12 shops in four time zones and three currencies, so that somewhere it is always daytime. */
export interface DemoStore {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly timezone: string;
  readonly currency: 'EUR' | 'RUB' | 'USD';
  readonly areaM2: number;
  readonly tags: readonly string[];
  /** Openings of Monday to Friday, Saturday and Sunday. */
  readonly hours: readonly [week: string, saturday: string, sunday: string];
  /** People that come in within an hour of middling business. */
  readonly entriesPerHour: number;
  /** Share of the people outside that come in. */
  readonly capture: number;
  /** Share of those inside that buy. */
  readonly conversion: number;
  /** Middling receipt in whole currency units. */
  readonly basket: number;
  readonly hasStreetCounter: boolean;
}

export const demoOrganisation = { name: 'Marigold', currency: 'EUR', locale: 'en' } as const;

export const demoRegions = [
  { id: 'moscow', name: 'Moscow' },
  { id: 'far-east', name: 'Far East' },
  { id: 'germany', name: 'Germany' },
  { id: 'pacific', name: 'Pacific Coast' },
] as const;

const berlin = { region: 'germany', timezone: 'Europe/Berlin', currency: 'EUR' } as const;
const moscow = { region: 'moscow', timezone: 'Europe/Moscow', currency: 'RUB' } as const;
const vladivostok = { region: 'far-east', timezone: 'Asia/Vladivostok', currency: 'RUB' } as const;
const pacific = { region: 'pacific', timezone: 'America/Los_Angeles', currency: 'USD' } as const;

const daily = (hours: string): readonly [string, string, string] => [hours, hours, hours];

export const demoStores: readonly DemoStore[] = [
  // First, since it never closes: whoever opens the demo sees people come in.
  {
    id: 'sheremetyevo',
    name: 'Sheremetyevo',
    ...moscow,
    areaM2: 90,
    tags: ['airport'],
    hours: daily('00:00-24:00'),
    entriesPerHour: 40,
    capture: 0.034,
    conversion: 0.244,
    basket: 1650,
    hasStreetCounter: true,
  },
  {
    id: 'arbat',
    name: 'Arbat',
    ...moscow,
    areaM2: 240,
    tags: ['street'],
    hours: daily('10:00-22:00'),
    entriesPerHour: 46,
    capture: 0.061,
    conversion: 0.158,
    basket: 2450,
    hasStreetCounter: true,
  },
  {
    id: 'tverskaya',
    name: 'Tverskaya',
    ...moscow,
    areaM2: 310,
    tags: ['street', 'flagship'],
    hours: daily('09:00-23:00'),
    entriesPerHour: 58,
    capture: 0.048,
    conversion: 0.139,
    basket: 3100,
    hasStreetCounter: true,
  },
  {
    id: 'khimki',
    name: 'Khimki Mall',
    ...moscow,
    areaM2: 180,
    tags: ['mall'],
    hours: daily('10:00-22:00'),
    entriesPerHour: 34,
    capture: 0.1,
    conversion: 0.185,
    basket: 1980,
    hasStreetCounter: false,
  },
  {
    id: 'svetlanskaya',
    name: 'Svetlanskaya',
    ...vladivostok,
    areaM2: 160,
    tags: ['street'],
    hours: daily('09:00-22:00'),
    entriesPerHour: 30,
    capture: 0.071,
    conversion: 0.172,
    basket: 2200,
    hasStreetCounter: true,
  },
  {
    id: 'kalina',
    name: 'Kalina Mall',
    ...vladivostok,
    areaM2: 210,
    tags: ['mall'],
    hours: daily('10:00-23:00'),
    entriesPerHour: 36,
    capture: 0.095,
    conversion: 0.152,
    basket: 2050,
    hasStreetCounter: true,
  },
  {
    id: 'berlin-mitte',
    name: 'Berlin Mitte',
    ...berlin,
    areaM2: 280,
    tags: ['street', 'flagship'],
    hours: ['10:00-20:00', '10:00-20:00', ''],
    entriesPerHour: 52,
    capture: 0.055,
    conversion: 0.165,
    basket: 41,
    hasStreetCounter: true,
  },
  {
    id: 'neukoelln',
    name: 'Berlin Neukölln',
    ...berlin,
    areaM2: 70,
    tags: ['late'],
    hours: ['12:00-00:00', '12:00-02:00', '12:00-00:00'],
    entriesPerHour: 19,
    capture: 0.083,
    conversion: 0.343,
    basket: 14,
    hasStreetCounter: true,
  },
  {
    id: 'hamburg',
    name: 'Hamburg',
    ...berlin,
    areaM2: 200,
    tags: ['street'],
    hours: ['10:00-20:00', '10:00-20:00', ''],
    entriesPerHour: 38,
    capture: 0.059,
    conversion: 0.178,
    basket: 38,
    hasStreetCounter: true,
  },
  {
    id: 'munich',
    name: 'München',
    ...berlin,
    areaM2: 230,
    tags: ['mall'],
    hours: ['09:30-20:00', '09:30-20:00', ''],
    entriesPerHour: 44,
    capture: 0.088,
    conversion: 0.152,
    basket: 46,
    hasStreetCounter: true,
  },
  {
    id: 'los-angeles',
    name: 'Los Angeles',
    ...pacific,
    areaM2: 260,
    tags: ['mall'],
    hours: ['10:00-21:00', '10:00-22:00', '11:00-20:00'],
    entriesPerHour: 41,
    capture: 0.092,
    conversion: 0.125,
    basket: 54,
    hasStreetCounter: true,
  },
  {
    id: 'san-francisco',
    name: 'San Francisco',
    ...pacific,
    areaM2: 190,
    tags: ['street'],
    hours: ['09:00-21:00', '09:00-21:00', '10:00-20:00'],
    entriesPerHour: 33,
    capture: 0.052,
    conversion: 0.158,
    basket: 61,
    hasStreetCounter: true,
  },
];

/** Digits after the point of the demo's currencies are all two. */
export const demoMinorPerUnit = 100;

export const doorOf = (storeId: string): string => `${storeId}-door`;
export const streetOf = (storeId: string): string => `${storeId}-street`;
export const tillOf = (storeId: string): string => `${storeId}-till`;

/** What watches the queue at the tills: a system that follows people, or a camera that counts how many wait. The other stores have none. */
const queueSensors: Readonly<Record<string, 'visits' | 'lengths'>> = {
  sheremetyevo: 'visits',
  arbat: 'visits',
  tverskaya: 'visits',
  khimki: 'lengths',
  kalina: 'lengths',
  'berlin-mitte': 'visits',
  hamburg: 'visits',
  'los-angeles': 'visits',
};

export function queueSensorOf(storeId: string): 'visits' | 'lengths' | null {
  return queueSensors[storeId] ?? null;
}

export const queueOf = (storeId: string): string => `${storeId}-queue`;
/** Smiley terminal, help desk and audits of a store. */
export const serviceOf = (storeId: string): string => `${storeId}-service`;
