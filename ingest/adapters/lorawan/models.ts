/** Counters whose telegrams are laid out alike. `seat`: someone is there or not, nobody is counted. */
export type Family = 'vs121' | 'vs133' | 'vs350' | 'seat' | 'imbuildings' | 'pcr2';

/** Models by the name a device's option `model` gives them, and the width of their totals in bits. */
const models: readonly (readonly [string, Family, 16 | 32])[] = [
  // "Accumulated In" is two bytes: Milesight's VS121 uplink page.
  ['VS121', 'vs121', 16],
  ['VS132', 'vs133', 32],
  ['VS133', 'vs133', 32],
  ['VS135', 'vs133', 32],
  ['VS340', 'seat', 32],
  ['VS341', 'seat', 32],
  ['VS350', 'vs350', 16],
  ['VS351', 'vs350', 16],
  ['VS360', 'vs350', 16],
  ['VS370', 'seat', 32],
  ['IMBuildings People Counter', 'imbuildings', 16],
  ['IMBuildings MoodBox', 'imbuildings', 16],
  ['Parametric PCR2', 'pcr2', 16],
];

export const modelNames: readonly string[] = models.map(([name]) => name);

/** The number in a name of Milesight's: `milesight-vs350`, `VS 133 door`. */
const milesight = /vs[-_ ]?(\d{3})(?!\d)/i;

/** The family of a model, or of a name that holds one (a device profile's, a registry's); null: it does not tell. */
export function familyOf(name: string): Family | null {
  return known(name)?.[1] ?? null;
}

/**
 * The width of a device's totals by its option `model`. Where it is not given, 16: totals of 32 bits fall below 2^16 only when they
 * are reset, and then count as a wrap only from above 2^15; totals of 16 bits wrap for certain.
 */
export function bitsByModel({ model }: Readonly<Record<string, unknown>>): 16 | 32 {
  return (typeof model === 'string' ? known(model)?.[2] : undefined) ?? 16;
}

function known(name: string): (typeof models)[number] | undefined {
  if (name === '' || name.length > 200) return undefined;
  const digits = milesight.exec(name)?.[1];
  if (digits !== undefined) return models.find(([model]) => model === `VS${digits}`);
  const plain = name.toLowerCase();
  if (plain.includes('pcr2')) return models.find(([, family]) => family === 'pcr2');
  return plain.includes('imbuildings') ? models.find(([, family]) => family === 'imbuildings') : undefined;
}
