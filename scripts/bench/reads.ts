/** Times of the questions a dashboard asks, and requests a second beside a bare hello. */
import { end, message, start } from './children.ts';
import { median } from './say.ts';

export interface Asked {
  readonly url: string;
  readonly token: string;
}

export interface Rate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Median milliseconds of `times` requests, one after another; the first one is not counted. */
export async function medianMs(asked: Asked, path: string, times: number): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index <= times; index += 1) {
    const startedAt = performance.now();
    const answer = await fetch(`${asked.url}${path}`, { headers: { authorization: `Bearer ${asked.token}` } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
    if (index > 0) took.push(performance.now() - startedAt);
  }
  return median(took);
}

/** Requests a second of one URL over 16 connections from a process of its own. */
export async function rateOf(url: string, token: string | undefined, seconds: number): Promise<Rate> {
  const load = start('http-load.mjs');
  const answer = message<Rate>(load);
  load.send({ url, token, seconds, connections: 16 });
  return answer;
}

/** A bare Hono hello, for as long as `measure` runs. */
export async function withHello<T>(measure: (url: string) => Promise<T>): Promise<T> {
  const hello = start('hello.mjs');
  const { port } = await message<{ port: number }>(hello);
  try {
    return await measure(`http://127.0.0.1:${port}/`);
  } finally {
    end(hello);
  }
}
