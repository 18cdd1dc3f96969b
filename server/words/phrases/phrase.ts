/**
 * A sentence in English, Russian and Persian; `{}` stands for what is put in, in the same order; `{say}` for the same
 * where it is a sentence itself, and said in the language too.
 */
export type Phrase = readonly [en: string, ru: string, fa: string];
