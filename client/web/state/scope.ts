/** Where one looks: at the whole graph from above, at the working view, or at the working view on a map. */
export const SCOPES = ["whole", "focus", "map"] as const;
export type Scope = (typeof SCOPES)[number];

/** The scope that an address without a word for it means: nothing asked for shows the whole. */
export const usualScope = (start: boolean): Scope => (start ? "whole" : "focus");

/** Reads the word in an address. */
export const parseScope = (word: string | null, start: boolean): Scope =>
  SCOPES.find((scope) => scope === word) ?? usualScope(start);
