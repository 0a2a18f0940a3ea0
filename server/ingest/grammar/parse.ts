import type { Span } from "../../../schema/model.ts";
import type { ParsedSentence, Token } from "../analysis.ts";
import { lemmaOf } from "./lemmas.ts";
import { grammarModels } from "./models.ts";
import { parseWords } from "./parser.ts";
import { RELATIONS, relationNumber } from "./relations.ts";
import { PART_OF_SPEECH } from "./tags.ts";
import { tagWords } from "./tagger.ts";
import { splitTokens } from "./tokens.ts";
import { describeWords } from "./words.ts";

/** Longer than sentences of prose are: lists and tables are parsed piece by piece, so that time stays linear. */
const LONGEST_PARSE = 300;

/** Tokens of one sentence with part of speech, lemma, head and relation. Exactly one token is the root, if there is any. */
export function parseSentence(text: string, span: Span): ParsedSentence {
  const spans = splitTokens(text, span);
  const tokens: Token[] = [];
  for (let from = 0; from < spans.length; from += LONGEST_PARSE) {
    const root = tokens.findIndex((token) => token.head < 0);
    tokens.push(...parsePiece(text, spans.slice(from, from + LONGEST_PARSE), from, root));
  }
  return { start: span.start, end: span.end, tokens };
}

/** Parses up to `LONGEST_PARSE` tokens; a later piece hangs on the root of the first. */
function parsePiece(text: string, spans: readonly Span[], offset: number, root: number): Token[] {
  const { clusters, tags: tagger, moves, labels, lemmas } = grammarModels();
  const words = describeWords(
    spans.map(({ start, end }) => text.slice(start, end)),
    clusters,
  );
  const tags = tagWords(words, tagger);
  const tree = parseWords(words, tags, moves, labels);
  return spans.map(({ start, end }, index) => {
    const tag = tags[index + 1]!;
    const head = tree.heads[index + 1]! - 1;
    const isTop = head < 0;
    return {
      start,
      end,
      text: words.texts[index]!,
      lemma: lemmaOf(words.texts[index]!, tag, lemmas),
      pos: PART_OF_SPEECH[tag]!,
      head: isTop ? root : head + offset,
      relation: isTop && root >= 0 ? "parataxis" : RELATIONS[isTop ? ROOT : tree.labels[index + 1]!]!,
    };
  });
}

const ROOT = relationNumber("root");
