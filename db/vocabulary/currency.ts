/**
 * Currencies whose minor unit is not a hundredth (ISO 4217). Written out, because what Intl says differs with the language data of
 * Node and of the browser (the forint has 2 digits or none), while amounts that are stored must keep their unit.
 */
const unusual: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const digitsByCurrency = new Map(
  Object.entries(unusual).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
);

/** Digits after the point that a currency has: JPY 0, EUR 2, KWD 3. Money is kept in units of the last of them. */
export function currencyDigits(currency: string): number {
  return digitsByCurrency.get(currency) ?? 2;
}
