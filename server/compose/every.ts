/** Does something again and again, never twice at a time; `work` must not reject. */
export function every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
  let isWorking = false;
  return setInterval(() => {
    if (isWorking) return;
    isWorking = true;
    void work().finally(() => {
      isWorking = false;
    });
  }, ms);
}
