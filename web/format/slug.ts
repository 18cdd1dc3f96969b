const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['а:a', 'б:b', 'в:v', 'г:g', 'д:d', 'е:e', 'ё:e', 'ж:zh', 'з:z', 'и:i', 'й:y', 'к:k', 'л:l', 'м:m', 'н:n'],
    ...['о:o', 'п:p', 'р:r', 'с:s', 'т:t', 'у:u', 'ф:f', 'х:kh', 'ц:ts', 'ч:ch', 'ш:sh', 'щ:shch', 'ъ:', 'ы:y'],
    ...['ь:', 'э:e', 'ю:yu', 'я:ya'],
  ].map((pair) => pair.split(':') as [string, string]),
);

export const idPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** An id (contract 8) that resembles a name; `fallback` where nothing of the name can be kept. */
export function idOf(name: string, fallback: string): string {
  const latin = [...name.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('');
  const id = latin
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return id === '' ? fallback : id;
}
