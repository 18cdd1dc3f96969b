/**
 * A process that publishes: told by its parent what (`prepare`), it connects as each device, makes all frames ahead, says `ready`,
 * and at `go` sends them with at most `window` unacknowledged on each connection, or evenly at `perSecond`. Says `done` when the
 * last one is acknowledged, and ends with its parent's channel.
 */
import { connect } from 'node:net';
import { connectFrame, frameReader, publishFrame } from './mqtt-frames.mjs';

const minute = 60_000;

function frames({ root, device, store, firstAt, each }) {
  return Array.from({ length: each }, (_, index) => {
    const startAt = firstAt + index * minute;
    const counts = { start: iso(startAt), end: iso(startAt + minute), in: index % 7, out: index % 5 };
    const topic = `${root}/${store}/${device}/counts`;
    return publishFrame({ topic, id: (index % 65_000) + 1, payload: JSON.stringify(counts) });
  });
}

function iso(at) {
  return new Date(at).toISOString();
}

function open({ port, device, secret }) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const connection = { socket, onAck: () => undefined };
    const read = frameReader((type, body) => {
      if (type === 2 && body[1] === 0) resolve(connection);
      if (type === 2 && body[1] !== 0) reject(new Error(`the broker refused ${device}: ${body[1]}`));
      if (type === 4) connection.onAck();
    });
    socket.setNoDelay(true);
    socket.on('data', read);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`the broker closed the connection of ${device}`)));
    socket.write(connectFrame({ clientId: `bench-${device}`, username: device, password: secret }));
  });
}

/** All of one device's frames, as fast as its window allows. */
function sendAll(connection, all, window) {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let acked = 0;
    const more = () => {
      const from = sent;
      while (sent < all.length && sent - acked < window) sent += 1;
      if (sent > from) connection.socket.write(Buffer.concat(all.slice(from, sent)));
    };
    connection.onAck = () => {
      acked += 1;
      if (acked === all.length) resolve();
      // Refilled by halves, so that a write carries many frames.
      else if (sent - acked <= window / 2) more();
    };
    connection.socket.on('close', () => reject(new Error('closed while publishing')));
    more();
  });
}

/** Frames of all devices in turn, `perSecond` of them, sent every 10 ms. */
function sendEvenly(connections, lists, perSecond) {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const startedAt = performance.now();
  let sent = 0;
  let acked = 0;
  return new Promise((resolve) => {
    for (const connection of connections) {
      connection.onAck = () => {
        acked += 1;
        if (acked === total) resolve();
      };
    }
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
      for (; sent < due; sent += 1) {
        const index = sent % connections.length;
        connections[index].socket.write(lists[index][Math.floor(sent / connections.length)]);
      }
      if (sent === total) clearInterval(timer);
    }, 10);
  });
}

async function prepare({ port, root, devices, firstAt, each, window, perSecond }) {
  const lists = devices.map(({ device, store }) => frames({ root, device, store, firstAt, each }));
  const connections = await Promise.all(devices.map(({ device, secret }) => open({ port, device, secret })));
  process.once('message', async () => {
    const startedAt = Date.now();
    if (perSecond === undefined) await Promise.all(connections.map((one, index) => sendAll(one, lists[index], window)));
    else await sendEvenly(connections, lists, perSecond);
    process.send({ done: true, startedAt, endedAt: Date.now() });
  });
  process.send({ ready: true });
}

process.once('message', prepare);
process.once('disconnect', () => process.exit(0));
