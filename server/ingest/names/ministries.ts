/** Canonical names of ministries and parliaments: "Tajik foreign ministry" is the Ministry of Foreign Affairs of Tajikistan. */

const TOPICS: Readonly<Record<string, string>> = {
  foreign: "Foreign Affairs",
  defense: "Defence",
  defence: "Defence",
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const ARTICLE =
  /^(United |Democratic |Republic |Central African|Dominican |Czech R|Philippines|Netherlands|Maldives|Bahamas|Comoros|Solomon|Marshall|Ivory)/;

const withArticle = (state: string): string => (ARTICLE.test(state) ? `the ${state}` : state);

/** The ministry that `words`, without the state's name, stand for; undefined where they are not a ministry's. */
export function ministryName(words: readonly string[], state: string | undefined): string | undefined {
  const of = state ? ` of ${withArticle(state)}` : "";
  const first = words[0]?.toLowerCase();
  const last = words.at(-1)?.toLowerCase();
  if (last === "ministry" && words.length > 1) {
    const topic = words.slice(0, -1).map((word) => TOPICS[word.toLowerCase()] ?? capitalised(word));
    return `Ministry of ${topic.join(" ")}${of}`;
  }
  if (first !== "ministry" || words[1] !== "of") return undefined;
  return `Ministry of ${words
    .slice(2)
    .map((word) => (word === "Defense" ? "Defence" : word))
    .join(" ")}${of}`;
}

/** The government or parliament of a state; other rulers go by what the text calls them. */
export function rulerName(head: string, state: string | undefined): string | undefined {
  return state && /^(government|parliament|cabinet)$/.test(head)
    ? `${capitalised(head)} of ${withArticle(state)}`
    : undefined;
}
