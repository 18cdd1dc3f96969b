import { setTimeout as sleep } from 'node:timers/promises';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import type { SourceSetting } from '../../db/settings/change.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import { sourceFilters } from '../../ingest/broker/sources.ts';
import { accountOf } from '../../ingest/fetch/account.ts';
import { askVendor } from '../../ingest/fetch/ask.ts';
import { findFeed } from '../../ingest/hooks/feeds.ts';
import { isBrokerUrl } from '../provision/vendorFaults.ts';
import type { SourceTrial, TrialStep } from '../vendors/trial.ts';

const withinMs = 10_000;
const fine = (text: string): TrialStep => ({ ok: true, text });
const wrong = (text: string): TrialStep => ({ ok: false, text });

/** Connects to a source's broker beside the connection that is read, or asks the vendor's API; answers within ten seconds. */
export async function trySource(trial: SourceTrial): Promise<TrialStep[]> {
  const { source } = trial;
  if (isBrokerUrl(source.url)) return soon(tryBroker(source));
  const steps: TrialStep[] = [];
  if (adapters.get(source.profile)?.webhook != null)
    steps.push(
      trial.hasHookSecret
        ? fine('The webhook has its secret.')
        : wrong(
            'The webhook has no secret yet: paste the key by which the vendor signs, or make one and enter it there.',
          ),
    );
  return [...steps, ...(await tryApi(trial))];
}

/** A broker that takes the connection and then says nothing is a step too. */
async function soon(steps: Promise<TrialStep[]>): Promise<TrialStep[]> {
  const patience = new AbortController();
  const late = sleep(
    withinMs,
    [wrong('It did not answer within 10 s: check the address, and that it is an MQTT broker.')],
    {
      signal: patience.signal,
    },
  ).catch(() => []);
  return Promise.race([steps, late]).finally(() => patience.abort());
}

async function tryBroker(source: SourceSetting): Promise<TrialStep[]> {
  if (!URL.canParse(source.url)) return [wrong(`"${source.url}" is no address: correct it.`)];
  const filters = sourceFilters(source);
  const { host } = new URL(source.url);
  let client: MqttClient | undefined;
  try {
    client = await connectAsync(source.url, optionsOf(source), false);
    const connected = fine(`${host} lets us in.`);
    if (filters.length === 0) return [connected, wrong('No topics are set up for it: say which to read.')];
    const granted = await client.subscribeAsync([...filters], { qos: 1 });
    const refused = granted.filter(({ qos }) => (qos as number) >= 128).map(({ topic }) => topic);
    if (refused.length > 0)
      return [connected, wrong(`It refuses ${refused.join(', ')}: let this user read these topics, or set others.`)];
    return [connected, fine(`It lets us read ${filters.join(', ')}.`)];
  } catch (error) {
    return [wrong(problemOf(host, error))];
  } finally {
    client?.end(true);
  }
}

/** A session of its own, so that the one that is read goes on. */
function optionsOf({ username, password }: SourceSetting): IClientOptions {
  return {
    clientId: `lintel-test-${Math.random().toString(36).slice(2, 10)}`,
    clean: true,
    protocolVersion: 4,
    reconnectPeriod: 0,
    connectTimeout: withinMs,
    ...(username === null ? {} : { username, password: password ?? '' }),
  };
}

/** MQTT 3.1.1's words for a refused connection (3.2.2.3), and Node's for one that cannot be had. */
function problemOf(host: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 4 || code === 5) return `${host} does not let us in: check the user name and password of this source.`;
  if (typeof code === 'string' && /CERT|SELF_SIGNED|UNABLE_TO/.test(code))
    return `${host} shows a certificate that is not trusted (${code}): use one of a known authority.`;
  if (typeof code === 'string')
    return `${host} cannot be reached (${code}): check the address, and that the broker runs.`;
  const reason = error instanceof Error && error.message !== '' ? error.message : 'it does not answer';
  return `${host} cannot be read: ${reason}. Check the address and the port, and that it is an MQTT broker.`;
}

async function tryApi({ source, settings, apiSecret }: SourceTrial): Promise<TrialStep[]> {
  const feed = findFeed(settings, source.id);
  const account = feed === null ? null : accountOf(feed, apiSecret, settings);
  if (account === null) return [];
  if ('problem' in account) return [wrong(account.problem)];
  const ask = account.api.poll(null, { now: Date.now(), options: account.options });
  if (ask === null) return [wrong('The vendor’s API cannot be asked yet: options of this source are missing.')];
  const patience = AbortSignal.timeout(withinMs);
  const asked = await askVendor(account, ask, patience);
  if (patience.aborted) return [wrong(`${account.host} did not answer within 10 s: check the address.`)];
  if (asked.kind === 'answered') return [fine(`${new URL(account.host).host} answers, and takes the secret.`)];
  return [wrong(asked.sentence)];
}
