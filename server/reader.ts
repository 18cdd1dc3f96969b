/** The reader thread's file: a read-only connection that answers the database's reads and the API's figures. */
import { reads } from '../db/threads/reads.ts';
import { serveReader } from '../db/threads/serve.ts';
import { answers } from './answers/answers.ts';

serveReader({ ...reads, ...answers });
