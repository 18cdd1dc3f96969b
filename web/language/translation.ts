/**
 * The same messages in another language: every name of the source must be there, sentences take what they take there.
 * A file `fooMessages.ts` is English and the source; `fooMessages.ru.ts` and `fooMessages.fa.ts` beside it export the same names.
 */
export type Translation<Source> = Source extends string
  ? string
  : Source extends (...input: infer Input) => infer Output
    ? (...input: Input) => Translation<Output>
    : { readonly [Name in keyof Source]: Translation<Source[Name]> };
