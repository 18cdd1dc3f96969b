import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadSettings } from '../../db/reads/settings.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { provisionText } from '../../server/cli/commands/provision.ts';
import { describeOnBothDialects } from '../db/dialects.ts';

const page = readFileSync(new URL('../../docs/provision.md', import.meta.url), 'utf8');
const files = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map(([, text = '']) => text)
  .filter((text) => /^(organisation|sources|standards):/.test(text));

describeOnBothDialects('the page about the provision file', (open) => {
  it('shows files that are taken as they stand, with the makes there are, and change nothing the second time', async () => {
    Object.assign(process.env, {
      CAM1: 'a-secret-of-the-camera',
      TTN_KEY: 'a-key-of-the-network',
      SQUARE_SIGNATURE_KEY: 'a-signing-key',
      SQUARE_TOKEN: 'a-token',
    });
    expect(files).toHaveLength(3);
    const sql = await open();
    for (const text of files) {
      expect((await provisionText(sql, text, 'provision.md')).length).toBeGreaterThan(0);
      expect(await provisionText(sql, text, 'provision.md')).toEqual([]);
    }
    const { devices, sources, checklists } = await loadSettings(sql, systemScope('test'));
    expect([...sources.keys()]).toEqual(['home', 'network', 'register']);
    expect(checklists.map(({ id }) => id)).toEqual(['opening']);
    expect(devices.get('door')).toMatchObject({ profile: 'xovis', lines: [], mode: 'interval' });
  });
});
