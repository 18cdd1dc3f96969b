import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { type Config, readConfig } from '../../config.ts';
import { runLiveDevices } from '../../demo/live.ts';
import { demoAccount, type LoadedDemo, loadDemo, loadOlder } from '../../demo/load.ts';
import { type ServerProcess, startServer, stopServer, untilReady } from '../../demo/server.ts';
import { note, print } from '../output.ts';
import { peopleOver } from './user.ts';

/** A breath between two commits of older history, in which the server's own writes get their turn. */
const breathMs = 15;

/** The demo has its own folder, database and broker, whatever else is set here. */
function demoEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, MQTT_URL: __, MQTT_SHARE_GROUP: ___, ROLES: ____, ...rest } = process.env;
  return {
    ...rest,
    HOST: process.env['HOST'] || '127.0.0.1',
    DATA_DIR: process.env['DATA_DIR'] || './data/demo',
    LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
    LINTEL_DEMO_ACCOUNT: `${demoAccount.email}:${demoAccount.password}`,
  };
}

function ownHost({ host }: Config): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

interface RunningDemo {
  readonly config: Config;
  readonly loaded: LoadedDemo;
  readonly server: ServerProcess;
  readonly stop: AbortController;
}

/** Devices and the older history, until stopped or the server ends. */
async function keepAlive({ config, loaded, server, stop }: RunningDemo): Promise<void> {
  const broker = `mqtt://${ownHost(config)}:${config.mqttPort}`;
  const breathe = async (): Promise<boolean> => {
    await sleep(breathMs);
    return !stop.signal.aborted;
  };
  const startedAt = Date.now();
  const older = loadOlder(loaded, breathe).then(() => {
    if (!stop.signal.aborted)
      note(`Thirteen months of history are there (${Math.round((Date.now() - startedAt) / 1000)} s).`);
  });
  void server.ended.then(() => stop.abort());
  await Promise.all([runLiveDevices(broker, loaded, stop.signal), older]);
}

function stopOnSignals(stop: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second one is meant: whoever sends it does not want to wait.
      if (stop.signal.aborted) process.exit(1);
      stop.abort();
    });
  }
}

async function run(): Promise<void> {
  const env = demoEnvironment();
  const config = readConfig(env);
  const stop = new AbortController();
  stopOnSignals(stop);
  const startedAt = Date.now();
  note('Loading five weeks of a chain of twelve stores …');
  const loaded = await loadDemo({ dataDir: config.dataDir, now: startedAt, peopleOver });
  if (stop.signal.aborted) return loaded.sql.close();
  const server = startServer(env);
  try {
    const url = `http://${ownHost(config)}:${config.port}`;
    if (!(await untilReady(server, url))) return;
    print(`Lintel's demo: ${url}`);
    print(`Sign in as ${demoAccount.email} with the password ${demoAccount.password}`);
    note(
      `Ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s; the year before is being loaded. Ctrl+C ends it.`,
    );
    await keepAlive({ config, loaded, server, stop });
  } finally {
    stop.abort();
    await loaded.sql.close();
    const code = await stopServer(server);
    if (code !== 0) process.exitCode = code ?? 1;
  }
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('a sample chain of stores with simulated counters and tills; what npm run demo runs')
    .addHelpText(
      'after',
      '\nListens on 127.0.0.1 unless HOST says otherwise; keeps its data in ./data/demo (DATA_DIR).',
    )
    .action(run);
}
