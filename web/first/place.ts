const place = (): HTMLElement | null => globalThis.document?.getElementById('first') ?? null;

/** How long a browser that tells nothing of its painting is waited for, in milliseconds. */
const patienceMs = 300;

/** Until the server's first picture is on the screen: what the dashboard does next keeps a slow phone from painting for half a second. */
export async function untilFirstPicture(): Promise<void> {
  const isPainted = (): boolean => performance.getEntriesByName('first-contentful-paint').length > 0;
  if (place() === null || isPainted() || document.visibilityState === 'hidden') return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs);
    new PerformanceObserver((_, observer) => {
      if (!isPainted()) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
}

/** The server's first picture of Today, until the dashboard has drawn it itself (base.css hides the one behind the other). */
export function takeAwayFirstPicture(): void {
  for (const id of ['first', 'first-end']) globalThis.document?.getElementById(id)?.remove();
}
