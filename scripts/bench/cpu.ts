/** What a process has used so far, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const tickMicroseconds = 10_000;

/** CPU time of each thread of a process in µs, by thread id in the order they were started; empty where /proc does not tell. */
export function threadTimes(pid: number): Map<number, number> {
  const times = new Map<number, number>();
  for (const thread of threadsOf(pid)) {
    // After the name in brackets, which may hold spaces: state is the 3rd field, user and system time are the 14th and 15th.
    const fields = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    times.set(thread, (Number(fields[11]) + Number(fields[12])) * tickMicroseconds);
  }
  return times;
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}

/** Resident memory of a process in MiB; null where /proc does not tell. */
export function residentMiB(pid: number): number | null {
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : Number(kib) / 1024;
  } catch {
    return null;
  }
}
