import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../../config.ts';
import { withDatabase } from '../database.ts';
import { counted, note, print } from '../output.ts';
import { fleetProvision, makeFleet } from '../simulate/fleet.ts';
import { simulate } from '../simulate/run.ts';
import { provisionText } from './provision.ts';

interface SimulateOptions {
  readonly stores: number;
  readonly devices: number;
  readonly rate: number;
  readonly seconds?: number;
  readonly resets?: boolean;
  readonly replays?: boolean;
  readonly outOfOrder?: boolean;
  readonly gaps?: boolean;
  readonly queue?: boolean;
  readonly service?: boolean;
  readonly url?: string;
  readonly seed: string;
  readonly provision?: boolean;
  readonly provisionOut?: string;
}

/** A running server reads the settings anew within this time. */
const takenUpMs = 5500;

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

function whole(text: string): number {
  const number = positive(text);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}

function brokerUrl(options: SimulateOptions): string {
  const { mqttUrl, mqttPort } = readConfig(process.env);
  return options.url ?? mqttUrl ?? `mqtt://127.0.0.1:${mqttPort}`;
}

async function run(options: SimulateOptions): Promise<void> {
  const { resets = false, queue = false, service = false } = options;
  const fleet = makeFleet({ ...options, hasResets: resets, hasQueue: queue, hasService: service });
  if (options.provisionOut !== undefined) {
    writeFileSync(options.provisionOut, fleetProvision(fleet));
    print(
      `${options.provisionOut}: ${counted(fleet.length, 'device')}; provision it, then run the same without --provision-out`,
    );
    return;
  }
  if (options.provision) {
    const changes = await withDatabase((sql) => provisionText(sql, fleetProvision(fleet), 'the simulated chain'));
    if (changes.length > 0) await sleep(takenUpMs);
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const tally = await simulate({
    url: brokerUrl(options),
    fleet,
    rate: options.rate,
    faults: {
      hasReplays: options.replays ?? false,
      isOutOfOrder: options.outOfOrder ?? false,
      hasGaps: options.gaps ?? false,
    },
    forMs: options.seconds === undefined ? undefined : options.seconds * 1000,
    stop: stop.signal,
    onProgress: ({ published, acknowledged }) => note(`published ${published}, acknowledged ${acknowledged}`),
  });
  print(
    `published ${tally.published}, acknowledged ${tally.acknowledged}, failed ${tally.failed}, sent twice ${tally.replayed}, delayed ${tally.delayed}`,
  );
  if (tally.failed > 0) process.exitCode = 1;
}

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('publish like real devices over MQTT until stopped, with the faults asked for')
    .option('--stores <n>', 'how many stores', whole, 3)
    .option('--devices <n>', 'devices in each: a door, a till, a street counter, then more doors', whole, 3)
    .option('--rate <n>', 'messages a second, all devices together', positive, 10)
    .option('--seconds <n>', 'stop after so long', positive)
    .option('--resets', 'door counters send totals that start again from 0 now and then')
    .option('--replays', 'some messages are sent twice')
    .option('--out-of-order', 'some messages come late')
    .option('--gaps', 'devices fall silent for a minute now and then')
    .option('--queue', 'in each store also a sensor at the queue: lengths and visits')
    .option('--service', 'in each store also observations, answers, requests and checks')
    .option('--url <url>', 'the broker (default: MQTT_URL, else the embedded one on this computer)')
    .option('--seed <word>', "what the devices' secrets are made from", 'simulated')
    .option('--provision', 'set the simulated stores and devices up in the database first')
    .option('--provision-out <file>', 'only write a provision file that sets them up')
    .addHelpText(
      'after',
      '\nExamples:\n  lintel simulate --stores 3 --rate 20 --provision\n  lintel simulate --rate 500 --replays --out-of-order --gaps --url mqtt://broker.lan',
    )
    .action(run);
}
