import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((file) => /essages\.ts$/.test(file))
  .sort();
const scripts = { ru: /\p{Script=Cyrillic}/u, fa: /\p{Script=Arabic}/u } as const;
type Translated = keyof typeof scripts;

/** Names, formats and signs that are written alike everywhere. */
const sameEverywhere =
  /\b(?:Lintel|CSV|XLSX|Excel|MQTT|HTTPS?|QoS|API|JSON|YAML|URL|QR|ID|NPS|CSAT|CSI|PWA|Wi-Fi|Mosquitto|TLS|IP|SLA|Webhook|OAuth|KPI)\b/g;

/** Every sentence by its place; of a function its own text. */
function sentencesOf(node: unknown, place: string): [string, string][] {
  if (typeof node === 'string') return [[place, node]];
  if (typeof node === 'function') return [[place, literalsOf(String(node))]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, inner]) => sentencesOf(inner, `${place}.${name}`));
}

/** What a function says: its quoted pieces without what is put into them. */
function literalsOf(source: string): string {
  const pieces = source.match(/`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g) ?? [];
  return pieces.join(' ').replace(/\$\{[^}]*\}/g, ' ');
}

/** Addresses and topics are no words. */
const address = /\S*[/#@:]\S+/g;

function hasWords(text: string): boolean {
  return /\p{L}{3,}/u.test(text.replace(address, '').replace(sameEverywhere, ''));
}

async function sentencesIn(file: string): Promise<Map<string, string>> {
  const names: Record<string, unknown> = await import(pathToFileURL(file).href);
  return new Map(Object.entries(names).flatMap(([name, node]) => sentencesOf(node, name)));
}

describe.each(sources)('%s', (source) => {
  const fileOf = (language: Translated): string => join('web', source.replace(/\.ts$/, `.${language}.ts`));

  it.each(['ru', 'fa'] as const)('speaks %s, sentence by sentence', async (language) => {
    expect(existsSync(fileOf(language)), `${fileOf(language)} is missing`).toBe(true);
    const [english, translated] = [await sentencesIn(join('web', source)), await sentencesIn(fileOf(language))];
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
    const untranslated = [...translated].filter(
      ([place, text]) => hasWords(english.get(place) ?? '') && !scripts[language].test(text),
    );
    expect(untranslated).toEqual([]);
  });
});
