const euroRegions = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK';

const currencyOfRegion: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euroRegions.split(' ').map((region) => [region, 'EUR'])),
  ...{ AE: 'AED', AM: 'AMD', AR: 'ARS', AU: 'AUD', AZ: 'AZN', BG: 'BGN', BR: 'BRL', BY: 'BYN', CA: 'CAD', CH: 'CHF' },
  ...{ CL: 'CLP', CN: 'CNY', CO: 'COP', CZ: 'CZK', DK: 'DKK', EG: 'EGP', GB: 'GBP', GE: 'GEL', HK: 'HKD', HU: 'HUF' },
  ...{ ID: 'IDR', IL: 'ILS', IN: 'INR', IR: 'IRR', JP: 'JPY', KE: 'KES', KG: 'KGS', KR: 'KRW', KW: 'KWD', KZ: 'KZT' },
  ...{ MA: 'MAD', MX: 'MXN', MY: 'MYR', NG: 'NGN', NO: 'NOK', NZ: 'NZD', PH: 'PHP', PK: 'PKR', PL: 'PLN', QA: 'QAR' },
  ...{ RO: 'RON', RS: 'RSD', RU: 'RUB', SA: 'SAR', SE: 'SEK', SG: 'SGD', TH: 'THB', TR: 'TRY', TW: 'TWD', UA: 'UAH' },
  ...{ US: 'USD', UZ: 'UZS', VN: 'VND', ZA: 'ZAR' },
};

/** Younger than TypeScript's library; browsers have the one or the other. */
interface ZonedLocale {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
}

function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale(`und-${region}`) as unknown as ZonedLocale;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The currency of where the zone lies, else of the browser's language; euro where neither names one that is known. */
export function guessCurrency(timezone: string, locale: string): string {
  const here = Object.keys(currencyOfRegion).find((region) => zonesOf(region).includes(timezone));
  const region = here ?? new Intl.Locale(locale).maximize().region ?? '';
  return currencyOfRegion[region] ?? 'EUR';
}

export function guessTimezone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Codes with their names, the likely one among them whatever the browser knows. */
export function currencyChoices(locale: string, likely: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const codes = new Set([likely, ...Intl.supportedValuesOf('currency')]);
  return [...codes].sort().map((code) => ({ code, name: names.of(code) ?? code }));
}
