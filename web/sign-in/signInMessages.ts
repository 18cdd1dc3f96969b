export const signInMessages = {
  title: 'Sign in',
  lead: 'See who walks past, who comes in and who buys.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  wrong: 'This e-mail address and password don’t match.',
  demoTitle: 'This is a demo',
  demoText: 'Its stores, counters and tills are simulated. Look around as much as you like.',
  demoButton: 'Enter the demo',
  setup: 'Nobody has set this Lintel up yet. Open the link that was printed where it was started.',
  forgotten: 'Forgot the password? Ask the owner for a link to choose a new one.',
};
