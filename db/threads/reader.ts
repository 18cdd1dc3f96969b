/** The reader thread's own file: a read-only connection that answers the reads. */
import { reads } from './reads.ts';
import { serveReader } from './serve.ts';

serveReader(reads);
