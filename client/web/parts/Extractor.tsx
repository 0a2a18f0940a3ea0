/** What found an assertion, as a small sign: its initial, its whole name when pointed at. */

/** `rules/1` was read by rules, `analyst` by a person, anything else by what its name says. */
const initial = (extractor: string): string => extractor.charAt(0).toUpperCase();

export function ExtractorGlyph({ extractor }: { readonly extractor: string }) {
  const words = extractor === "analyst" ? "Entered by an analyst" : `Read by ${extractor}`;
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className="flex size-4 items-center justify-center rounded-[4px] border border-line-strong text-[10px] leading-none text-ink-3"
    >
      {initial(extractor)}
    </span>
  );
}
