/** What the makes that are nobody's say of themselves. Vendors' makes are described by their adapters, and in other languages by server/words. */
export const makeMessages = {
  native: {
    make: 'Lintel’s own messages',
    reads: [
      'Counts of an interval, running totals, or single crossings: entries, exits, passers-by, staff, groups.',
      'Receipts: sales, returns, exchanges, voids.',
      'The state of the device.',
    ],
    leavesOut: [] as readonly string[],
    steps: [
      'Connect to the MQTT server below with the user name and the secret.',
      'Publish JSON to the topic with QoS 1, or send it by HTTP POST to the address with the same user name and secret.',
    ],
  },
  generic: {
    make: 'Any other, by paths',
    reads: [
      'Running totals, crossings and counts of an interval, from JSON by paths, or as plain numbers.',
      'Directions as fields, as a word in the message, or as a level of the topic.',
      'Birth message and last will on a topic of their own.',
    ],
    leavesOut: [
      'How many are somewhere now: it says nothing of how many came in.',
      'Changes of a number of people inside: one that was lost would be counted by nobody.',
    ] as readonly string[],
    steps: [
      'Have it publish to the MQTT server below, on a topic of your choice, or post JSON to the address with the header “Authorization: Bearer” and the secret.',
      'Open the live view, let somebody walk through the door, and look at the message.',
      'Choose how it counts: totals that grow, every passage by itself, or people in each interval.',
      'Point at where the numbers stand, and look at what the next message is understood as.',
    ],
  },
};
