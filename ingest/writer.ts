/** The writer thread's own file: the one connection that writes, for messages and for everything else. */
import { serveWriter } from '../db/threads/serve.ts';
import { type IngestWrites as Functions, makeWriterFunctions } from './writerFunctions.ts';

export type IngestWrites = Functions;

await serveWriter(makeWriterFunctions());
