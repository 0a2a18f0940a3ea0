/** Which addresses may be followed. */

/** Only the web's own schemes become links; what else a document calls its address is shown as text. */
export const isWeb = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);
