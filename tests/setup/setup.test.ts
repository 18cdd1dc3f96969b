import pg from 'pg';
import { expect, test } from 'vitest';
import { startMosquitto } from './mosquitto.ts';
import { freshPostgres } from './postgres.ts';

test('each caller gets an empty PostgreSQL database of its own', async () => {
  const [first, second] = [await freshPostgres(), await freshPostgres()];
  const client = new pg.Client({ connectionString: first.url });
  await client.connect();
  const tables = await client.query("select 1 from information_schema.tables where table_schema = 'public'");
  await client.end();
  await Promise.all([first.drop(), second.drop()]);
  expect(first.url).not.toBe(second.url);
  expect(tables.rowCount).toBe(0);
});

test('Mosquitto answers on the same port after a restart', async () => {
  const broker = await startMosquitto();
  await broker.restart();
  expect(broker.url).toBe(`mqtt://127.0.0.1:${broker.port}`);
  await broker.stop();
});
