/** The import thread's file: reads one file that a person sent and hands its messages to the server, which stores them. */
import { parentPort, workerData } from 'node:worker_threads';
import { carryError, restoreError } from '../../../db/threads/protocol.ts';
import type { MessageFate } from '../../../ingest/pipeline/message.ts';
import type { FromServer, ImportJob, ToServer } from '../../imports.ts';
import { lookAt, runOrder } from './order.ts';
import type { ImportSink } from './sink.ts';

const port = parentPort;
if (port === null) throw new Error('the import thread is started by the server');

const waiting: { resolve: (value: readonly MessageFate[]) => void; reject: (error: Error) => void }[] = [];

function send(message: ToServer): void {
  port?.postMessage(message);
}

/** One question at a time, answered in their order. */
function ask(message: ToServer): Promise<readonly MessageFate[]> {
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    send(message);
  });
}

port.on('message', (reply: FromServer) => {
  const asked = waiting.shift();
  if (reply.kind === 'refused') asked?.reject(restoreError(reply.error));
  else asked?.resolve(reply.fates);
});

const sink: ImportSink = {
  prepare: async (device) => {
    await ask({ kind: 'prepare', device });
  },
  store: (messages) => ask({ kind: 'store', messages }),
  progress: (done, total) => send({ kind: 'progress', done, total }),
};

// The server starts this thread with nothing else.
const { order, store, now, isLook } = workerData as ImportJob;
try {
  const answer = isLook ? await lookAt(order) : await runOrder(sink, order, { store, now });
  send({ kind: 'done', answer });
} catch (error) {
  send({ kind: 'failed', error: carryError(error) });
}
port.close();
