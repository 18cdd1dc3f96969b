import type { Proof } from './deviceTypes.ts';

/** Every sentence about where a device sends to, its secrets, and trying it out. */
export const connectMessages = {
  connect: {
    title: 'Tell the device where to send',
    lead: 'Follow these steps on the vendor’s screens; the values are ready to copy.',
    failed: 'What to enter could not be loaded',
    values: 'Values to enter',
    hook: 'Address (URL)',
    host: 'MQTT server',
    port: 'Port',
    tls: 'with TLS',
    topic: 'Topic',
    username: 'User name',
    secret: 'Secret',
    secretOnce: 'The secret is shown only now. Whoever has it can send counts in this device’s name.',
    secretThere: 'The secret is kept and can’t be shown again. Where it was lost, make a new one below.',
    proof: {
      signature: 'Lintel checks the vendor’s signature on each message.',
      token: 'Lintel checks the token that the vendor shows with each message.',
      path: 'The address itself is the secret: treat it like a password.',
    } satisfies Record<Proof, string>,
    noSteps: 'This make needs no steps besides the values above.',
    vendorSecret: 'The vendor made a secret of its own? Enter it under “Secrets”.',
    theirs:
      'Still missing: the vendor’s own signature key. Enter it under “Secrets”; until then its messages are refused.',
    nothing: 'Nothing to enter',
    sentBy: { device: 'It sends by the device', source: 'It sends by the source' },
    theirApi: 'Still missing: the key to the vendor’s API. Enter it under “Secrets”.',
  },

  twice: {
    title: 'Everyone is counted twice',
    text: 'Counting by hand and a counter work at the same entrance, and both add to the entries. End one of them.',
    end: (device: string): string => `Open ${device} to end it`,
  },

  test: {
    title: 'Test',
    lead: 'Lintel looks at everything between the device and the figures.',
    run: 'Test the connection',
    busy: 'Testing…',
    good: 'Everything is in order.',
    bad: 'Something is not in order yet.',
    ok: 'in order',
    notOk: 'not in order',
  },

  secrets: {
    title: 'Secrets',
    lead: 'A new secret can hold beside the old one for a while, so that nothing is lost while you change the device.',
    names: {
      mqtt: 'Secret the device signs in with (MQTT)',
      hook: 'Secret of the webhook',
      api: 'Key to the vendor’s API',
    },
    keep: 'The old one holds for',
    keeps: { '0': 'not a moment longer', '3600': 'one hour', '86400': 'one day', '604800': 'one week' },
    which: 'Which secret',
    own: 'Secret from the vendor (optional)',
    ownHint: 'Leave it empty and Lintel makes one. Enter it where the vendor chose it: a signature key, a token.',
    api: 'Key from the vendor',
    signature: 'Signature key from the vendor',
    apiHint: 'As the vendor’s screen shows it. It stays on this server and is never shown again.',
    make: 'Make a new secret',
    put: 'Keep this secret',
    made: 'The new secret, shown only now',
    kept: 'Kept.',
    busy: 'Working…',
  },
};
