import type { Page } from 'playwright-core';
import type { FrozenDemo } from '../../setup/demo.ts';

/** The same in every language: names, protocols, units of the trade, keys. */
const names = `
  Lintel MQTT HTTP HTTPS CSV XLSX NPS CSAT CSI API JSON XML YAML URL QR PIN TLS UTC GMT LoRaWAN Wi-Fi EUI IP NTP ID
  Excel Home Assistant QoS POST PUBLIC_URL cron force SQLite PostgreSQL Ctrl Cmd Alt Shift Enter Esc Tab English WCAG OpenAPI Swagger Bearer token IANA ISO OAuth POS PoE Zigbee
`;

const wordPattern = /[A-Za-z][A-Za-z’'-]*[A-Za-z]/g;

function wordsIn(text: string): string[] {
  return (text.match(wordPattern) ?? [])
    .flatMap((word) => [word, ...word.split(/[’'-]/)])
    .map((word) => word.toLowerCase());
}

/** Every text of an answer, wherever it stands in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What the shop itself wrote, in its language: names, standards, remarks. */
const days = (count: number): string => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);
const ownWords = [
  `/api/v1/stores/sheremetyevo/comments?from=${days(60)}&to=${days(-1)}`,
  '/api/v1/me',
  '/api/v1/organisation',
  '/api/v1/stores',
  '/api/v1/stores/sheremetyevo',
  '/api/v1/devices',
  '/api/v1/standards',
  '/api/v1/users',
  '/api/v1/tokens',
  '/api/v1/sources',
  '/api/v1/stores/sheremetyevo/audits',
  `/api/v1/stores/sheremetyevo/service?from=${days(60)}&to=${days(0)}`,
  '/api/v1/stores/sheremetyevo/actions',
  '/api/v1/stores/sheremetyevo/take-outs',
];

async function namesOfMakes(demo: FrozenDemo): Promise<string[]> {
  const answer = await fetch(`${demo.server.url}/api/v1/profiles`, { headers: { cookie: demo.cookies.owner } });
  const { profiles } = (await answer.json()) as { profiles: readonly Readonly<Record<string, unknown>>[] };
  return profiles.flatMap(({ profile, make, models }) => textsIn([profile, make, models]));
}

/** Words in Latin letters that may stand on a Russian or Persian page. */
export async function wordsOfTheShop(demo: FrozenDemo): Promise<ReadonlySet<string>> {
  const headers = { cookie: demo.cookies.owner };
  const answers = await Promise.all(
    ownWords.map(async (path) => {
      const answer = await fetch(`${demo.server.url}${path}`, { headers });
      return answer.ok ? textsIn(await answer.json()) : [];
    }),
  );
  return new Set([names, ...(await namesOfMakes(demo)), ...answers.flat()].flatMap(wordsIn));
}

/** Texts a reader meets, also those read aloud, but not code, data and what is said to be in another language. */
const collect = `(() => {
  const own = document.documentElement.lang;
  const skipped = 'code, pre, kbd, script, style, svg, textarea, [translate="no"], [data-own-words]';
  const isOther = (element) => element.closest(skipped) || (element.closest('[lang]')?.lang ?? own) !== own;
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element && node.data.trim() && !isOther(element) && element.checkVisibility()) found.push(node.data.trim());
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (!isOther(element) && element.checkVisibility()) found.push(element.getAttribute(name));
  }
  return [document.title, ...found];
})()`;

/** Texts on the page with words that nobody translated, each once. */
export async function untranslated(page: Page, known: ReadonlySet<string>): Promise<string[]> {
  // `collect` answers texts.
  const texts = (await page.evaluate(collect)) as string[];
  const strange = texts.filter((text) => {
    const words = (text.replaceAll(/\S+@\S+|https?:\S+|\S+\/\S+/g, '').match(wordPattern) ?? []).map((word) =>
      word.toLowerCase(),
    );
    return words.some((word) => !known.has(word) && !word.split(/[’'-]/).every((part) => known.has(part)));
  });
  return [...new Set(strange)].map((text) => `not translated: ${text.slice(0, 160)}`);
}
