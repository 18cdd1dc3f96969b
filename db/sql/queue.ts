/** One after the other: runs each piece of work when the one before it is over, whether that went well or not. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

export function makeQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    // What failed is told to its caller, not to the next in line.
    last = mine.catch(() => undefined);
    return mine;
  };
}
