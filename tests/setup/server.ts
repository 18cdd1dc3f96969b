import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './ports.ts';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly mqttPort: number;
  readonly pid: number;
  readonly dataDir: string;
  /** The environment it runs with, for the command line beside it. */
  readonly env: NodeJS.ProcessEnv;
  /** All it said so far, stdout and stderr. */
  output(): string;
  /** The one-time code of the set-up link it printed. */
  setupCode(): string;
  /** SIGTERM; answers the exit code. Its folder goes too unless it was given. */
  stop(): Promise<number | null>;
  /** kill -9; the folder stays. */
  kill9(): Promise<void>;
}

/** Run in the server before its own code: it ends when the tests do, however they end. */
const endWithTests = "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGKILL'))";

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve(server.exitCode);
    server.once('exit', (code) => resolve(code));
    server.kill(signal);
  });
}

/** Also where the disk is slow, its cache cold and both cores at work for others. */
const readyWithinMs = 90_000;

async function untilReady(url: string, server: ChildProcess, output: () => string): Promise<void> {
  const patience = Date.now() + readyWithinMs;
  let last = 'no answer';
  while (Date.now() < patience) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.status === 200) return;
    if (answer !== undefined) last = await answer.text().catch(() => last);
    await sleep(50);
  }
  const stage = `/readyz said at last: ${last}; the log ended at: ${stageOf(output())}`;
  throw new Error(`the server was not ready within ${readyWithinMs / 1000} s (${stage}):\n${output()}`);
}

/** The last thing the server said that it does. */
function stageOf(output: string): string {
  const lines = output.split('\n').flatMap((line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? []);
  return lines.at(-1) ?? 'nothing: it has not come to open its database';
}

function codeIn(output: string): string {
  const code = /[?&]code=([^\s&"]+)/.exec(output)?.[1];
  if (code === undefined) throw new Error(`no set-up code was printed:\n${output}`);
  return decodeURIComponent(code);
}

function collect(server: ChildProcess): () => string {
  let text = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return () => text;
}

/** The built server as its users run it, on free ports of 127.0.0.1; `env` wins over what is chosen here (PORT, MQTT_PORT, DATA_DIR, …). */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'lintel-data-'));
  const port = Number(env['PORT'] ?? (await freePort()));
  const mqttPort = Number(env['MQTT_PORT'] ?? (await freePort()));
  const own = {
    HOST: '127.0.0.1',
    // So that a start that hangs says where.
    LOG_LEVEL: 'info',
    DATA_DIR: dataDir,
    PORT: String(port),
    MQTT_PORT: String(mqttPort),
  };
  // As `npm start` has it.
  const full = { ...process.env, MALLOC_ARENA_MAX: '2', ...own, ...env };
  const server = spawn(process.execPath, ['--max-semi-space-size=4', '--import', endWithTests, main], {
    env: full,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collect(server);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, server, output).catch(async (error: unknown) => {
    await ended(server, 'SIGKILL');
    throw error;
  });
  const stop = async (): Promise<number | null> => {
    const code = await ended(server, 'SIGTERM');
    if (env['DATA_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  const kill9 = async (): Promise<void> => {
    await ended(server, 'SIGKILL');
  };
  return {
    url,
    port,
    mqttPort,
    pid: server.pid ?? 0,
    dataDir,
    env: full,
    output,
    setupCode: () => codeIn(output()),
    stop,
    kill9,
  };
}
