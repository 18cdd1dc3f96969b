/** What is said in many places; every page has its own sentences beside it. */
export const messages = {
  product: 'Lintel',
  loading: 'Loading…',
  retry: 'Try again',

  errors: {
    unreachable: 'The server can’t be reached. Check the connection and try again.',
    status: (status: number): string => `The server answered with error ${status}.`,
  },

  nav: { devices: 'Devices and tills' },

  change: {
    up: (text: string): string => `up ${text}`,
    down: (text: string): string => `down ${text}`,
    same: 'unchanged',
  },
};
