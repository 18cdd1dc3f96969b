import type { Browser, Page } from 'playwright-core';
import type { Chain } from '../server/chain.ts';
import { openPage, type PageInput } from './chromium.ts';

/** A page of the chain's owner, by the session that set the chain up: the form itself is tested in real.test.ts. */
export async function openAsOwner(browser: Browser, chain: Chain, input: PageInput = {}): Promise<Page> {
  const page = await openPage(browser, input);
  const cookies = chain.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: chain.server.url };
  });
  await page.context().addCookies(cookies);
  return page;
}
