import { readdirSync } from 'node:fs';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { adapters } from '../../../ingest/adapters/registry.ts';
import type { Fixture, Sample } from './fixture.ts';

/** The modules of a folder beside this file, by their names without `.ts`. */
async function modulesOf(folder: string): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const modules = new Map<string, Record<string, unknown>>();
  for (const file of readdirSync(new URL(`./${folder}/`, import.meta.url)).sort()) {
    if (file.endsWith('.ts')) modules.set(file.slice(0, -3), await import(`./${folder}/${file}`));
  }
  return modules;
}

/** What a module exports under a name, or nothing. */
function listOf<Item>(module: Record<string, unknown> | undefined, name: string): readonly Item[] {
  const list = module?.[name];
  // Each module's list is declared with its type, by the convention of its folder.
  return Array.isArray(list) ? (list as readonly Item[]) : [];
}

/** An adapter, its fixtures and what it makes of its makers' samples. */
export interface Collected {
  readonly adapter: Adapter;
  readonly fixtures: readonly Fixture[];
  readonly samples: readonly Sample[];
}

/** Every adapter of the registry, with `fixtures/{profile}.ts` and `samples/{profile}.ts`. */
export async function collect(): Promise<readonly Collected[]> {
  const fixtures = await modulesOf('fixtures');
  const samples = await modulesOf('samples');
  return [...adapters.values()].map((adapter) => ({
    adapter,
    fixtures: listOf<Fixture>(fixtures.get(adapter.profile), 'fixtures'),
    samples: listOf<Sample>(samples.get(adapter.profile), 'samples'),
  }));
}

/** Modules of the two folders that no adapter of the registry has the name of. */
export async function strayModules(): Promise<readonly string[]> {
  const names = [...(await modulesOf('fixtures')).keys(), ...(await modulesOf('samples')).keys()];
  return names.filter((name) => !adapters.has(name));
}
