/** A step or address with the secret put in while it is known; where it is not, a mark shows where it belongs. */
export function stepTextOf(step: string, secret: string | null): string {
  return step.replaceAll('{secret}', secret ?? '•••');
}

/** A server that listens on every address can't name one: then it is where this page came from. */
export function hostOf(host: string | null, own: string): string {
  return host === null || host === '' || host === '0.0.0.0' || host === '::' ? own : host;
}
