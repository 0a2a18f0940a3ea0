import type { Span } from "../../../schema/model.ts";
import type { ParsedSentence, Token } from "../analysis.ts";
import { grammarModels } from "./models.ts";
import { parseWords } from "./parser.ts";
import { ParserState } from "./parser-state.ts";
import { RELATIONS } from "./relations.ts";
import { PART_OF_SPEECH } from "./tags.ts";
import { tagWords } from "./tagger.ts";
import { splitTokens } from "./tokens.ts";
import { Words } from "./words.ts";

/** Longer than sentences of prose are: lists and tables are parsed piece by piece, so that time stays linear. */
const LONGEST_PARSE = 300;

const sharedWords = new Words(LONGEST_PARSE);
const sharedTags = new Uint8Array(LONGEST_PARSE + 2);
const sharedState = new ParserState(LONGEST_PARSE);

/** Tokens of one sentence with part of speech, lemma, head and relation. Exactly one token is the root, if there is any. */
export function parseSentence(text: string, span: Span): ParsedSentence {
  const spans = splitTokens(text, span);
  const tokens: Token[] = [];
  let root = -1;
  for (let from = 0; from < spans.length; from += LONGEST_PARSE) {
    parsePiece(text, spans.slice(from, from + LONGEST_PARSE), root, tokens);
    if (root < 0) root = tokens.findIndex((token) => token.head < 0);
  }
  return { start: span.start, end: span.end, tokens };
}

/** Parses up to `LONGEST_PARSE` tokens; a later piece hangs on the root of the first. */
function parsePiece(text: string, spans: readonly Span[], root: number, to: Token[]): void {
  const { vocabulary, tags: tagger, parser, lemmas } = grammarModels();
  const texts = spans.map(({ start, end }) => text.slice(start, end));
  const words = vocabulary.describe(texts, sharedWords);
  const [tags, state] = [sharedTags, sharedState];
  tagWords(words, tagger, tags);
  parseWords(state, words, tags, parser);
  const offset = to.length;
  spans.forEach(({ start, end }, index) => {
    const tag = tags[index + 1]!;
    const head = state.heads[index + 1]! - 1;
    to.push({
      start,
      end,
      text: texts[index]!,
      lemma: lemmas.lemmaOf(texts[index]!, tag),
      pos: PART_OF_SPEECH[tag]!,
      head: head < 0 ? root : head + offset,
      relation: head < 0 ? (root < 0 ? "root" : "parataxis") : RELATIONS[state.labels[index + 1]!]!,
    });
  });
}
