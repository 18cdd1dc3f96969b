/**
 * The yardstick: an mqtt.js subscriber that does nothing, on the broker's own acknowledgement. Says `ready`, then `at` when the
 * last of `expected` messages came.
 */
import { connect } from 'mqtt';

const [port, filter, expected] = process.argv.slice(2);
const client = connect(`mqtt://127.0.0.1:${port}`, { clientId: 'bench-nothing', protocolVersion: 4 });
let received = 0;
client.on('connect', () => client.subscribe(filter, { qos: 1 }, () => process.send({ ready: true })));
client.on('message', () => {
  received += 1;
  if (received === Number(expected)) process.send({ at: Date.now() });
});
process.once('disconnect', () => process.exit(0));
