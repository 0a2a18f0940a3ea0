const ARTICLES = new Set(["a", "an", "the"]);

const wordsOf = (speaker: string): Set<string> =>
  new Set(
    speaker
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !ARTICLES.has(word)),
  );

/** Whether two speakers share at least half of their words, articles left out, or neither has any. */
export function sameSpeaker(a: string, b: string): boolean {
  const x = wordsOf(a);
  const y = wordsOf(b);
  if (x.size === 0 || y.size === 0) return x.size === y.size;
  return [...x].filter((word) => y.has(word)).length * 2 >= Math.max(x.size, y.size);
}
