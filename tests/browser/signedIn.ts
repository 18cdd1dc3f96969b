import type { Browser, Page } from 'playwright-core';
import type { Chain } from '../server/chain.ts';
import { openPage, type PageInput } from './chromium.ts';

/** Whoever's session a `cookie` header carries is signed in on this page. */
export async function wearSession(page: Page, url: string, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
  await page.context().addCookies(cookies);
}

/** A page of the chain's owner, by the session that set the chain up: the form itself is tested in real.test.ts. */
export async function openAsOwner(browser: Browser, chain: Chain, input: PageInput = {}): Promise<Page> {
  const page = await openPage(browser, input);
  await wearSession(page, chain.server.url, chain.cookie);
  return page;
}
