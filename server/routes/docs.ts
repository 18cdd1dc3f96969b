import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { AppError } from '../../db/vocabulary/errors.ts';
import { answerAsset, openFolder } from '../static.ts';
import { type ApiEnv, describe, jsonText } from './contract.ts';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lintel API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="swagger-ui"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/open.js"></script>
</body>
</html>
`;
/** A file of its own, because the content security policy lets no inline script run. */
const openScript =
  "SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, persistAuthorization: false });\n";

const documentation = {
  info: {
    title: 'Lintel',
    version: '1',
    description:
      'Footfall and conversion of stores. Dates are business dates in the store’s zone, both ends included; money is in whole minor units; a figure that was not measured is null, never 0.',
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http' as const, scheme: 'bearer', description: 'lintel token create' },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'lintel.session_token' },
      device: { type: 'http' as const, scheme: 'basic', description: 'a device’s id and secret; ingest only' },
    },
  },
};

/** `whole` answers the application that all routes are mounted on. */
export function docsRoutes(whole: () => Hono<ApiEnv>): Hono<ApiEnv> {
  const assetAt = openFolder(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')));
  let text: Promise<string> | undefined;
  return new Hono<ApiEnv>()
    .get('/api/v1/openapi.json', describe({ summary: 'This document', tag: 'about', access: 'none' }), async (c) => {
      text ??= generateSpecs(whole(), { documentation, excludeStaticFile: false }).then((specs) =>
        JSON.stringify(specs),
      );
      return jsonText(c, await text);
    })
    .get('/api/docs', (c) => c.html(page))
    .get('/api/docs/open.js', (c) => c.text(openScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/api/docs/:file', async (c) => {
      const asset = await assetAt(`/${c.req.param('file')}`);
      if (asset === undefined) throw new AppError('not_found', 'There is no such file.');
      return answerAsset(c, asset);
    });
}
