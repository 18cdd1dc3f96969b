/** How figures are printed. */

export function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(66)} ${value}\n`);
}

export function rounded(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
