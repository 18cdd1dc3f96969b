/** Every sentence about a device that is read by paths. */
export const genericMessages = {
  title: 'Point at the fields',
  lead: 'Paste one message of the device. Choose a role, then the value in the message that plays it.',
  sample: 'A message of the device',
  sampleWrong: 'This is not JSON. Paste one whole message, from { to }.',
  role: 'What to point at',
  unset: 'not set',
  clear: 'Clear',
  clearOf: (role: string): string => `Clear ${role}`,
  point: (path: string, role: string): string => `Use ${path} as ${role}`,
  result: 'What Lintel would read',
  pick: (role: string): string => `Now choose the value that is: ${role}`,
  tree: 'The message',
  example: 'Start from an example (optional)',
  noExample: 'none: point at the fields',
  more: 'Words, units, clock and filters',
};
