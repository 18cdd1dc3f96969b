/** Where an answer differs from the reckoning; ratios to nine digits. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const isSame = Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected));
    return isSame ? [] : [`${path}: reckoned ${expected}, answered ${actual}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((one, i) => differences(one, actual[i], `${path}[${i}]`));
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).flatMap((name) => differences(expected[name], actual[name], `${path}.${name}`));
  }
  const [was, is] = [JSON.stringify(expected), JSON.stringify(actual)];
  return was === is ? [] : [`${path}: reckoned ${was}, answered ${is}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
