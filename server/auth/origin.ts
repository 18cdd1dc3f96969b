/**
 * Does a request that changes something come from our own page? A browser names the page's origin on every such request;
 * no Origin header means no browser, and so nobody whose cookie could be misused.
 */
export function isFromOwnPage(headers: Headers, publicUrl: string | null): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') !== 'cross-site';
  if (!URL.canParse(origin)) return false;
  const { host, origin: canonical } = new URL(origin);
  return host === headers.get('host') || (publicUrl !== null && canonical === new URL(publicUrl).origin);
}

/** This machine itself, as a socket's remote address. */
export function isLoopback(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}
