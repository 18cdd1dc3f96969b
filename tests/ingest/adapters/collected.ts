import { readdirSync } from 'node:fs';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { adapters } from '../../../ingest/adapters/registry.ts';
import type { Fixture, Sample } from './fixture.ts';

type Module = Record<string, unknown>;

/** The modules of a folder beside this file, by their names without `.ts`. */
async function modulesOf(folder: 'fixtures' | 'samples'): Promise<ReadonlyMap<string, Module>> {
  const names = readdirSync(new URL(`./${folder}/`, import.meta.url)).filter((file) => file.endsWith('.ts'));
  const modules = names.sort().map(async (file): Promise<[string, Module]> => {
    const name = file.slice(0, -3);
    return [name, folder === 'fixtures' ? await import(`./fixtures/${name}.ts`) : await import(`./samples/${name}.ts`)];
  });
  return new Map(await Promise.all(modules));
}

/** What a module exports under a name, or nothing. */
function listOf<Item>(module: Module | undefined, name: string): readonly Item[] {
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
