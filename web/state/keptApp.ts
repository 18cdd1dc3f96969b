import { firstAnswerUrls } from '../first/answers.ts';

/**
 * Lets the dashboard open without a network from now on, with the figures it showed last. Begins when the page has nothing better to
 * do; does nothing where the browser has no such thing, and in development, where files have no hash in their names.
 */
export function keepApp(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const begin = (): void => void keep().catch(() => undefined);
  if (document.readyState === 'complete') setTimeout(begin, calmMs);
  else addEventListener('load', () => setTimeout(begin, calmMs), { once: true });
}

/** After the load the first figures are still on their way. */
const calmMs = 3000;

async function keep(): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null;
  await navigator.serviceWorker.register('/app-worker.js', { scope: '/' });
  const { active } = await navigator.serviceWorker.ready;
  if (!isFirst) return;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ keep: [...loaded, ...firstAnswerUrls()] });
}
