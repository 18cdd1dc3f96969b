import type { Formats } from '../format/formats.ts';
import { peopleMessages } from './peopleMessages.ts';
import type { RegionLine, Role } from './settingsTypes.ts';

interface Granted {
  readonly role: Role | null;
  readonly stores: readonly string[];
  readonly regions: readonly string[];
}

/** What regions and stores are called, by their ids. */
export interface Places {
  readonly stores: readonly RegionLine[];
  readonly regions: readonly RegionLine[];
  readonly formats: Formats;
}

/** In words what somebody sees: regions first. */
export function seesText({ role, stores, regions }: Granted, places: Places): string {
  if (role === 'owner') return peopleMessages.sees.all;
  const name = (all: readonly RegionLine[], id: string): string => all.find((one) => one.id === id)?.name ?? id;
  const seen = [...regions.map((id) => name(places.regions, id)), ...stores.map((id) => name(places.stores, id))];
  return role === null || seen.length === 0 ? peopleMessages.sees.nothing : places.formats.list(seen);
}
