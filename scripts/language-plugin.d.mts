import type { Plugin } from 'vite';

export const languages: readonly string[];
export function languagePlugin(language: string): Plugin;
