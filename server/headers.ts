import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const self = ["'self'"];

/**
 * Security headers of every answer. Styles may be inline: Svelte and Swagger write style attributes, and no style can run.
 * No HTTPS is forced unless people come over it: most shops run this on plain http in their own network.
 */
export function securityHeaders(publicUrl: string | null): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: self,
      scriptSrc: self,
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: self,
      frameAncestors: ["'none'"],
    },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    strictTransportSecurity: publicUrl?.startsWith('https:') ? 'max-age=15552000' : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
}
