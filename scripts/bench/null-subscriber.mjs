/** A subscriber that does nothing but acknowledge: what the broker and Node can do at most. Says `received` once `expected` messages came. */
import { connect } from 'node:net';
import { connectFrame, frameReader, pubackFrame, subscribeFrame } from './mqtt-frames.mjs';

const [port, expected] = process.argv.slice(2).map(Number);
const socket = connect(port, '127.0.0.1');
let received = 0;
let acks = [];

function flush() {
  if (acks.length > 0) socket.write(Buffer.concat(acks));
  acks = [];
}

const read = frameReader((type, body) => {
  if (type === 2) socket.write(subscribeFrame('lintel/v1/#'));
  if (type === 9) process.send({ ready: true });
  if (type !== 3) return;
  const idAt = 2 + body.readUInt16BE(0);
  acks.push(pubackFrame(body.readUInt16BE(idAt)));
  received += 1;
  if (received === expected) process.send({ received, at: Date.now() });
});
socket.setNoDelay(true);
socket.on('data', (chunk) => {
  read(chunk);
  flush();
});
socket.write(connectFrame({ clientId: 'bench-null' }));
process.once('disconnect', () => process.exit(0));
