import { describe, expect, it } from 'vitest';
import { withoutPersonal, withoutPersonalXml } from '../../../ingest/adapters/redact.ts';

describe('what is kept of a message', () => {
  it('has no credentials, names of people, or addresses, however the fields are written', () => {
    const body = {
      'ip-address': 'x',
      apiKey: 'x',
      operator_name: 'x',
      Customer: { id: 4 },
      in: 3,
      serial: '00:11:22:33:44:55',
    };
    expect(withoutPersonal(body)).toEqual({ in: 3, serial: '00:11:22:33:44:55' });
  });

  it('has no text that is an address or an image, whatever its field is called', () => {
    const body = {
      a: '192.0.2.7',
      b: '192.0.2.7:8080',
      c: '2001:db8::1',
      d: 'anna@example.org',
      e: 'A'.repeat(600),
      f: '5.0.3-97',
    };
    expect(withoutPersonal(body)).toEqual({ f: '5.0.3-97' });
  });

  it('keeps places in arrays, and base64 of a radio telegram', () => {
    expect(withoutPersonal([1, '192.0.2.7', ['AXQ=', null]])).toEqual([1, null, ['AXQ=', null]]);
    expect(withoutPersonal('192.0.2.7')).toBeNull();
  });

  it('drops and keeps what the format says beside', () => {
    expect(withoutPersonal({ user: 'x', client: 'y' }, { drop: ['User'], keep: ['client'] })).toEqual({ client: 'y' });
  });

  it('is XML again, without those elements and attributes', () => {
    const text = '<e v="1" ip="x"><ipAddress>192.0.2.7</ipAddress><in>3</in><n>192.0.2.7</n><t>a &amp; b</t></e>';
    expect(withoutPersonalXml(text)).toBe('<e v="1"><in>3</in><n></n><t>a &#38; b</t></e>');
  });

  it('of what is no XML is the form of its beginning', () => {
    expect(withoutPersonalXml('<e user="Anna"><in>3</in><name>Anna Berg</name><n>')).toBe(
      '<e user="…"><in>…</in><name>…</name><n>',
    );
    expect(withoutPersonalXml('x'.repeat(9000))).toHaveLength(4096);
  });
});
