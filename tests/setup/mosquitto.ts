import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.ts';

export interface Mosquitto {
  readonly url: string;
  readonly port: number;
  /** Of the process that runs now. */
  pid(): number;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
  /** Ends it if it runs and starts it again on the same port and folder. */
  restart(): Promise<void>;
  /** kill -9; `restart` starts it again. */
  kill(): Promise<void>;
}

export interface MosquittoOptions {
  /** Further lines of its configuration. */
  readonly lines?: readonly string[];
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function run(config: string, port: number): Promise<ChildProcess> {
  const program = process.env['TEST_MOSQUITTO'];
  if (program === undefined) throw new Error('the test set-up found no Mosquitto');
  const broker = spawn(program, ['-c', config], { stdio: 'ignore' });
  const endWithTests = (): boolean => broker.kill('SIGKILL');
  process.once('exit', endWithTests);
  broker.once('exit', () => process.off('exit', endWithTests));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (broker.exitCode !== null) throw new Error(`Mosquitto ended with ${broker.exitCode}: ${config}`);
    if (await canConnect(port)) return broker;
    await sleep(50);
  }
  throw new Error('Mosquitto was not ready within 5 s');
}

function end(broker: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (broker.exitCode !== null || broker.signalCode !== null) return resolve();
    broker.once('exit', () => resolve());
    broker.kill(signal);
  });
}

/** A real Mosquitto on a free port of 127.0.0.1 that drops nothing for a slow subscriber; anonymous unless `lines` say otherwise. */
export async function startMosquitto(options: MosquittoOptions = {}): Promise<Mosquitto> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'lintel-mosquitto-'));
  const lines = options.lines ?? ['allow_anonymous true'];
  const config = join(folder, 'mosquitto.conf');
  const own = [
    `listener ${port} 127.0.0.1`,
    'user root',
    'persistence true',
    `persistence_location ${folder}/`,
    'max_queued_messages 0',
    'max_queued_bytes 0',
    'max_inflight_messages 0',
  ];
  writeFileSync(config, `${[...own, ...lines].join('\n')}\n`);
  let broker = await run(config, port);
  const restart = async (): Promise<void> => {
    await end(broker);
    broker = await run(config, port);
  };
  const stop = async (): Promise<void> => {
    await end(broker);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: `mqtt://127.0.0.1:${port}`,
    port,
    pid: () => broker.pid ?? 0,
    stop,
    restart,
    kill: () => end(broker, 'SIGKILL'),
  };
}
