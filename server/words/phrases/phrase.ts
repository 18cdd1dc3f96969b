/** A sentence in English, Russian and Persian; `{}` stands for what is put in, in the same order. */
export type Phrase = readonly [en: string, ru: string, fa: string];
