import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What brokers keep of ours, so that it can be taken back when it is switched off, also after a restart. */
export interface Memory {
  /** By broker (`` the main one, or a source's id): topics. */
  topics(broker: string): ReadonlySet<string>;
  /** To be called before it is told, so that nothing that was told is forgotten. */
  note(broker: string, topics: ReadonlySet<string>): void;
  brokers(): readonly string[];
}

export function openMemory(file: string): Memory {
  const kept = new Map(Object.entries(read(file)).map(([broker, topics]) => [broker, new Set(topics)]));
  return {
    topics: (broker) => kept.get(broker) ?? new Set(),
    note(broker, topics) {
      const before = kept.get(broker) ?? new Set();
      if (before.size === topics.size && [...topics].every((topic) => before.has(topic))) return;
      if (topics.size === 0) kept.delete(broker);
      else kept.set(broker, new Set(topics));
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      const text = JSON.stringify(Object.fromEntries([...kept].map(([name, all]) => [name, [...all]])));
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    brokers: () => [...kept.keys()],
  };
}

function read(file: string): Record<string, string[]> {
  try {
    // Sound: nobody else writes the file, and it is replaced in one step.
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  } catch {
    return {};
  }
}
