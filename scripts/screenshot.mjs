/**
 * Makes docs/screenshot-today.png from a running demo: `npm run demo`, then `node scripts/screenshot.mjs [URL] [FILE]`.
 * Signs in with what the demo offers on its sign-in page. Needs Chromium (CHROMIUM names it, else /usr/bin/chromium).
 */
import { chromium } from 'playwright-core';

const [url = 'http://127.0.0.1:3000', file = 'docs/screenshot-today.png'] = process.argv.slice(2);
const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [...flags, ...sandbox, '--disable-component-update', '--disable-sync'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 920 }, locale: 'en-GB', baseURL: url });
  const { demo } = await (await context.request.get('/api/v1/public')).json();
  if (demo === undefined) throw new Error(`${url} is not the demo`);
  const signedIn = await context.request.post('/api/auth/sign-in/email', { data: demo, headers: { origin: url } });
  if (!signedIn.ok()) throw new Error(`sign-in answered ${signedIn.status()}: ${await signedIn.text()}`);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('heading').first().waitFor();
  // Charts grow into their place.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: file });
  console.log(`wrote ${file}`);
} finally {
  await browser.close();
}
