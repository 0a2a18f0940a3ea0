/** One suggestion: an actor with its kind and edges, or a sentence with its source. */
import { Icon } from "../parts/Icon.tsx";
import { KindGlyph } from "../parts/Glyph.tsx";
import { counted, kindLabel } from "../text/words.ts";
import type { ActorSuggestion, SentenceSuggestion, Suggestion } from "./useSuggestions.ts";

function Actor({ entity, alias }: ActorSuggestion) {
  return (
    <span className="flex items-center gap-2.5">
      <KindGlyph kind={entity.kind} />
      <span className="min-w-0 grow truncate">
        <span className="font-medium">{entity.name}</span>
        {alias && <span className="text-ink-2"> · {alias}</span>}
      </span>
      <span className="shrink-0 text-small text-ink-3">{kindLabel(entity.kind)}</span>
      <span className="w-[66px] shrink-0 text-right text-small text-ink-2">{counted(entity.degree, "edge")}</span>
    </span>
  );
}

/** The part of a long sentence around the words that were looked for. */
function around(text: string, query: string): string {
  const at = text.toLowerCase().indexOf(query.toLowerCase().split(/\s+/)[0] ?? "");
  const from = at > 70 ? text.indexOf(" ", at - 50) + 1 : 0;
  return `${from > 0 ? "… " : ""}${text.slice(from, from + 220)}`;
}

function Sentence({ text, title, publisher, query }: SentenceSuggestion & { readonly query: string }) {
  return (
    <span className="flex gap-2.5">
      <span className="mt-0.5 text-ink-3">
        <Icon name="document" />
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2 font-serif text-[14px] leading-5">{around(text, query)}</span>
        <span className="block truncate text-small text-ink-3">{[title, publisher].filter(Boolean).join(" · ")}</span>
      </span>
    </span>
  );
}

export function SuggestionRow({ suggestion, query }: { readonly suggestion: Suggestion; readonly query: string }) {
  return suggestion.kind === "actor" ? <Actor {...suggestion} /> : <Sentence {...suggestion} query={query} />;
}
