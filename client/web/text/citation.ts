/** One assertion as a citation that another desk can check. */
import type { Span } from "../../../schema/model.ts";
import { dayInWords } from "./dates.ts";

export interface Source {
  readonly title: string;
  readonly publisher?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly published?: string | null | undefined;
  readonly url?: string | null | undefined;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Author, “Title”, Publisher, 30 September 2024. */
export const sourceLine = ({ author, title, publisher, published }: Source): string =>
  [author, `“${oneLine(title)}”`, publisher, published && dayInWords(published)].filter(Boolean).join(", ");

/** “Quote.” Author, “Title”, Publisher, 30 September 2024, https://…, characters 120–240. */
export function citation(quote: string, span: Span, source: Source): string {
  const about = [sourceLine(source), source.url, `characters ${span.start}–${span.end}`];
  return `“${oneLine(quote)}” ${about.filter(Boolean).join(", ")}.`;
}
