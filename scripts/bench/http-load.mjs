/** A process that asks one URL over raw kept-alive sockets for `seconds` and says how many answers came and how fast. */
import { connect } from 'node:net';

function contentEnd(data, headEnd) {
  const head = data.subarray(0, headEnd).toString('latin1');
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return headEnd + 4 + Number(length);
  const last = data.indexOf('0\r\n\r\n', headEnd + 4);
  return last === -1 ? undefined : last + 5;
}

/** End of the first whole answer in `data`, undefined while it is not there; throws on anything but 200. */
function answerEnd(data) {
  const headEnd = data.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const status = data.subarray(9, 12).toString('latin1');
  if (status !== '200') throw new Error(`answered ${status}: ${data.toString('utf8').slice(0, 500)}`);
  const end = contentEnd(data, headEnd);
  return end !== undefined && end <= data.length ? end : undefined;
}

function askUntil(url, request, until) {
  const took = [];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    let rest = Buffer.alloc(0);
    let askedAt = performance.now();
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = answerEnd(rest);
      if (end === undefined) return;
      rest = rest.subarray(end);
      took.push(performance.now() - askedAt);
      if (Date.now() >= until) {
        socket.destroy();
        resolve(took);
        return;
      }
      askedAt = performance.now();
      socket.write(request);
    });
    socket.write(request);
  });
}

process.once('message', async ({ url, token, seconds, connections }) => {
  const target = new URL(url);
  const bearer = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  const request = `GET ${target.pathname}${target.search} HTTP/1.1\r\nhost: ${target.host}\r\n${bearer}\r\n`;
  const startedAt = performance.now();
  const until = Date.now() + seconds * 1000;
  const each = await Promise.all(Array.from({ length: connections }, () => askUntil(target, request, until)));
  const took = each.flat().sort((a, b) => a - b);
  const perSecond = took.length / ((performance.now() - startedAt) / 1000);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  process.send({ perSecond, p50: at(0.5), p99: at(0.99) }, () => process.exit(0));
});
process.once('disconnect', () => process.exit(0));
