/** Says whether a message may be kept for readers that come later: the last status of a device, not whatever somebody sends. */
export type MayRetain = (topic: string, bytes: number) => boolean;

/** What a status says takes less. */
const mostBytes = 4096;
/** A gateway may name devices without end; the broker keeps what is retained in memory. */
const mostTopics = 20_000;

export function makeRetaining(): MayRetain {
  const topics = new Set<string>();
  return (topic, bytes) => {
    if (!topic.endsWith('/status') || bytes > mostBytes) return false;
    if (topics.size >= mostTopics && !topics.has(topic)) return false;
    topics.add(topic);
    return true;
  };
}
