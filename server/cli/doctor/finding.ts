/** One thing doctor looked at: `wrong` needs doing something about, `note` is worth knowing. */
export interface Finding {
  readonly verdict: 'good' | 'wrong' | 'note';
  readonly about: string;
  readonly text: string;
  /** What to do. */
  readonly advice?: string;
}

export function good(about: string, text: string): Finding {
  return { verdict: 'good', about, text };
}

export function wrong(about: string, text: string, advice: string): Finding {
  return { verdict: 'wrong', about, text, advice };
}

export function remark(about: string, text: string, advice: string): Finding {
  return { verdict: 'note', about, text, advice };
}

/** `3 minutes`, `5 hours`, `12 days`. */
export function lengthText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
