import type { Config } from '../config.ts';

const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '']);

/** The address a person on this machine types. */
export function urlOf({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>, port: number): string {
  if (publicUrl !== null) return publicUrl.replace(/\/$/, '');
  const name = anywhere.has(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** What is printed at the start; `code`: the one-time code, null once there is an owner. */
export function greetingOf(url: string, code: string | null, demo: Config['demoAccount']): string[] {
  const lines = [`Lintel is at ${url}`];
  if (code !== null) lines.push(`Set it up with this link, which works once: ${url}/setup?code=${code}`);
  if (demo !== null) lines.push(`Sign in as ${demo.email} with the password ${demo.password}`);
  return lines;
}
