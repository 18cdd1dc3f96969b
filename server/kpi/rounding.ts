/** The quotient of two integers, rounded half away from zero, exactly; null where the denominator is 0. */
export function divideHalfAway(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  const isNegative = numerator < 0 !== denominator < 0;
  const above = BigInt(Math.abs(numerator));
  const below = BigInt(Math.abs(denominator));
  const size = Number((2n * above + below) / (2n * below));
  return isNegative && size !== 0 ? -size : size;
}
