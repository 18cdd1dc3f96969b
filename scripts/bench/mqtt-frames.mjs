/** As much of MQTT 3.1.1 as a load needs: frames made ahead, answers counted. */

function remainingLength(length) {
  const bytes = [];
  let rest = length;
  do {
    const digit = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? digit | 0x80 : digit);
  } while (rest > 0);
  return Buffer.from(bytes);
}

function frame(firstByte, ...parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([firstByte]), remainingLength(body.length), body]);
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint16(bytes.length), bytes]);
}

function uint16(value) {
  return Buffer.from([value >> 8, value & 0xff]);
}

export function connectFrame({ clientId, username, password, isClean = true }) {
  const withName = username === undefined ? 0 : 0x80;
  const withPassword = password === undefined ? 0 : 0x40;
  const head = [text('MQTT'), Buffer.from([4, withName | withPassword | (isClean ? 2 : 0)]), uint16(60)];
  const credentials = [username, password].filter((value) => value !== undefined).map(text);
  return frame(0x10, ...head, text(clientId), ...credentials);
}

/** PUBLISH at QoS 1. */
export function publishFrame({ topic, id, payload }) {
  return frame(0x32, text(topic), uint16(id), Buffer.from(payload));
}

export function subscribeFrame(filter) {
  return frame(0x82, uint16(1), text(filter), Buffer.from([1]));
}

export function pubackFrame(id) {
  return Buffer.from([0x40, 2, id >> 8, id & 0xff]);
}

/** A function that takes chunks and calls `onFrame(type, body)` for each whole frame in them. */
export function frameReader(onFrame) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let head = headAt(data, at); head !== undefined && head.end <= data.length; head = headAt(data, at)) {
      onFrame(data[at] >> 4, data.subarray(head.begin, head.end));
      at = head.end;
    }
    rest = data.subarray(at);
  };
}

/** Where the body of the frame at `at` begins and ends; undefined while its length has not arrived. */
function headAt(data, at) {
  let length = 0;
  for (let index = 1; index <= 4; index += 1) {
    const digit = data[at + index];
    if (digit === undefined) return undefined;
    length += (digit & 0x7f) * 128 ** (index - 1);
    if (digit < 0x80) return { begin: at + index + 1, end: at + index + 1 + length };
  }
  throw new Error('malformed length');
}
