/** The digits and signs of Persian and Arabic keyboards, by what they stand for. */
const typed: Readonly<Record<string, string>> = { '٫': '.', ',': '.', '٬': '', '−': '-', '\u200e': '' };

const zeros = ['۰', '٠'].map((zero) => zero.charCodeAt(0));

/** Any digits as Latin ones. */
function latinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const zero = zeros.find((one) => digit.charCodeAt(0) - one < 10 && digit.charCodeAt(0) >= one) ?? 0;
    return String(digit.charCodeAt(0) - zero);
  });
}

export function persianDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode('۰'.charCodeAt(0) + Number(digit)));
}

/** A number as people write it, with a comma or a point, in Latin or Persian digits; null: it is none. */
export function numberOf(text: string): number | null {
  const plain = latinDigits(text.trim()).replace(/[٫,٬−\u200e]/g, (sign) => typed[sign] ?? sign);
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
