/** Languages of documents, as tags of BCP 47. */

/** Where the language of a text is not known at all (BCP 47). */
export const UNDETERMINED = "und";

/** A tag of BCP 47 in its usual spelling, or undefined for what is none. */
export function languageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) || tag.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Whether the extractors read a language. */
export const isRead = (language: string): boolean => /^en(-|$)/i.test(language);
