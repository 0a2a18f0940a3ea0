/** Text as markup: what documents and people wrote is shown, never run. */

const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML cannot hold, not even escaped, and halves of characters. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** A text for the content of an element or a quoted attribute, in HTML and in XML. */
export const escaped = (text: string): string =>
  text.replace(UNFIT, "\uFFFD").replace(/[&<>"']/g, (character) => NAMES[character]!);

type Values = Readonly<Record<string, string | number | undefined>>;

/** The attributes of an element; those that are undefined are left out. */
export const attributes = (values: Values): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");

/** An element around markup that is escaped already. */
export const element = (name: string, values: Values, inside = ""): string =>
  inside === "" ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${inside}</${name}>`;
