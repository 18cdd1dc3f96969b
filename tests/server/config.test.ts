import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('settings by environment', () => {
  it('an empty environment gives the documented defaults', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, mqttPort: 1883, mqttUrl: null, dataDir: './data' });
    expect([...config.roles]).toEqual(['broker', 'ingest', 'api', 'jobs']);
  });

  it('an empty variable counts as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('all faults are told together, each by its variable', () => {
    const faults = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', ROLES: 'api,cook' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'ROLES', 'LOG_LEVEL']);
  });

  it.each(['0x50', ' ', '1e3', '-1', '3000.5'])('"%s" is no port', (port) => {
    expect(faultsOf({ PORT: `${port}x` })).toHaveLength(1);
  });

  it('a TLS port without its certificate is refused', () => {
    expect(faultsOf({ MQTT_TLS_PORT: '8883' })).toEqual(['MQTT_TLS_PORT: needs TLS_CERT and TLS_KEY as well']);
  });

  it('roles are a comma list', () => {
    expect([...readConfig({ ROLES: 'api, jobs' }).roles]).toEqual(['api', 'jobs']);
  });
});
