/** Every sentence about zones that are queues. */
export const zoneMessages = {
  title: 'Zones that are queues',
  lead: 'Zones and regions that this device was heard to tell of. Choose the queue that stands in each; the rest counts nowhere.',
  noQueues: 'This store has no queue yet: add one on the page Queue, then choose it here.',
  none: 'no queue',
  own: (zone: string): string => `a queue of its own: ${zone}`,
  label: (zone: string): string => (zone === '' ? 'Its only zone' : `Zone ${zone}`),
  waiting: (count: string): string => `${count} waiting when last seen`,
  unseen: 'not seen while watching',
  save: 'Save the queues',
  saving: 'Saving…',
  saved: 'Saved. What comes from now on counts there.',
} as const;
