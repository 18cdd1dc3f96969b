/** The 97.5th percentile of the normal distribution: both tails leave 95 %. */
export const z = 1.959963984540054;

/**
 * The 95 % Wilson interval [low, high] of a share, as fractions of 1. Halves are allowed (entrances that count the average of in
 * and out). null where there is nothing to divide by, the numerator exceeds the denominator, or either is negative.
 */
export function wilsonInterval(numerator: number, denominator: number): [number, number] | null {
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  const share = numerator / denominator;
  const square = (z * z) / denominator;
  const centre = share + square / 2;
  const spread = z * Math.sqrt((share * (1 - share) + square / 4) / denominator);
  // None and all have an end that is known exactly; arithmetic would leave it a hair beside.
  const low = numerator === 0 ? 0 : (centre - spread) / (1 + square);
  const high = numerator === denominator ? 1 : (centre + spread) / (1 + square);
  return [low, high];
}
