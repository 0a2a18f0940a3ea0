/**
 * Where a sentence says in an aside who says it: "…, police said", "…, X told reporters", "According to X, …".
 * Read by the order of words, since parsers lose their way there; the aside is then left out of the parse.
 */
import type { Span } from "../../../schema/model.ts";
import type { ParsedSentence, Token } from "../analysis.ts";
import { FORMS } from "./forms.ts";
import modality from "./modality.json" with { type: "json" };

/** An aside: what it covers is said by the speaker. */
export interface Aside {
  readonly drop: Span | undefined;
  readonly speaker: Span;
  readonly covers: Span;
}

const SAYING = new Set(modality.aside.split(" "));
const NOMINAL = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "PRON", "X", "SYM"]);
const LONGEST_TAIL = 10;
const LONGEST_NAME = 14;
const RELATIVE = /^(?:who|which|that|whom|whose|what)$/;
const CLOSING = /^(?:,|[”"]|,[”"]|[?!])$/;

const isSaying = (token: Token | undefined): boolean => {
  const form = token && FORMS.get(token.text.toLowerCase());
  return form !== undefined && SAYING.has(form.lemma) && form.ending !== "gerund";
};

const isVerb = (token: Token) => (token.pos === "VERB" || token.pos === "AUX") && !/^\p{Lu}/u.test(token.text);

/** The asides of a sentence; `isName` tells whether a token lies inside a name. */
export function asidesIn(sentence: ParsedSentence, isName: (token: Token) => boolean): Aside[] {
  const { tokens } = sentence;
  const out: Aside[] = [];
  const nominal = (i: number) => {
    const token = tokens[i];
    return (
      token !== undefined &&
      (isName(token) || (NOMINAL.has(token.pos) && !isSaying(token)) || /^[()&’']s?$/.test(token.text))
    );
  };
  push(out, asConfirmed(sentence, nominal));
  tokens.forEach((token, v) => {
    if (/^according$/i.test(token.text)) push(out, according(sentence, v, nominal));
    if (isName(token) || !isSaying(token)) return;
    push(out, inverted(sentence, v, nominal) ?? around(sentence, v, nominal));
  });
  return out;
}

const push = (list: Aside[], aside: Aside | undefined) => aside && list.push(aside);
const isComma = (token: Token | undefined) => token !== undefined && CLOSING.test(token.text);
const spanOf = (tokens: readonly Token[], first: number, last: number): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
});

/** Where the clause that a token stands in begins: after a semicolon, or with the sentence. */
function clauseStart({ start, tokens }: ParsedSentence, at: number): number {
  for (let i = at - 1; i >= 0; i--) if (tokens[i]!.text === ";") return tokens[i]!.end;
  return start;
}

const clauseEnd = ({ end, tokens }: ParsedSentence, at: number): number => {
  for (let i = at + 1; i < tokens.length; i++) if (tokens[i]!.text === ";") return tokens[i]!.start;
  return end;
};

type Nominal = (i: number) => boolean;

/** The name or noun phrase right before a verb of saying, with the comma before it; appositions are skipped. */
function speakerBefore(
  tokens: readonly Token[],
  v: number,
  nominal: Nominal,
): { comma: number; first: number; last: number } | undefined {
  let last = v - 1;
  if (isComma(tokens[last])) {
    const apposition = phraseBefore(tokens, last - 1, nominal);
    if (apposition === undefined || !isComma(tokens[apposition - 1])) return undefined;
    last = apposition - 2;
  }
  const first = phraseBefore(tokens, last, nominal);
  if (first === undefined || !isComma(tokens[first - 1])) return undefined;
  const comma = first - 1;
  return { comma: isComma(tokens[comma - 1]) ? comma - 1 : comma, first, last };
}

function phraseBefore(tokens: readonly Token[], last: number, nominal: Nominal): number | undefined {
  let first = last + 1;
  while (first > 0 && last - first < LONGEST_NAME && nominal(first - 1)) first--;
  const nouns = tokens
    .slice(first, last + 1)
    .some((t) => ["NOUN", "PROPN", "PRON"].includes(t.pos) && !RELATIVE.test(t.text));
  return first <= last && nouns && tokens[first]!.pos !== "ADP" ? first : undefined;
}

/** "…, police said." at the end and "…, police said, …" in the middle. */
function around(sentence: ParsedSentence, v: number, nominal: Nominal): Aside | undefined {
  const { tokens } = sentence;
  const before = speakerBefore(tokens, v, nominal);
  if (!before || before.comma < 2) return undefined;
  const speaker = spanOf(tokens, before.first, before.last);
  const start = clauseStart(sentence, before.comma);
  const comma = tokens[before.comma]!.start;
  if (isComma(tokens[v + 1])) return middle(sentence, v, before.comma, speaker, start);
  const end = clauseEnd(sentence, v);
  const tail = tokens.slice(v + 1).filter((t) => t.start < end);
  if (tail.length > LONGEST_TAIL || tail.some((t) => isVerb(t) || /^(?:that|he|she|it|they)$/i.test(t.text)))
    return undefined;
  const stop = tail.at(-1)?.pos === "PUNCT" && tail.length > 0 ? tail.at(-1)!.start : end;
  return { drop: { start: comma, end: stop }, speaker, covers: { start, end: comma } };
}

function middle(sentence: ParsedSentence, v: number, comma: number, speaker: Span, start: number): Aside {
  const { tokens } = sentence;
  const next = tokens[v + 2]?.text.toLowerCase() ?? "";
  const goesOn = !/^(?:and|but|while|as|adding|after|without|who|which)$/.test(next);
  const relative = /^(?:who|which|that)$/.test(tokens[comma - 1]!.text);
  const covers = {
    start: relative ? tokens[v]!.end : start,
    end: goesOn ? clauseEnd(sentence, v) : tokens[comma]!.start,
  };
  const end = goesOn ? tokens[v + 1]!.end : tokens[v]!.end;
  return { drop: { start: tokens[comma]!.start, end }, speaker, covers };
}

/** "…," said X, who …: the quotation is X's. */
function inverted(sentence: ParsedSentence, v: number, nominal: Nominal): Aside | undefined {
  const { tokens } = sentence;
  if (
    !isComma(tokens[v - 1]) ||
    v < 3 ||
    !(closesQuote(tokens, v - 1) || /^(?:said|says|adds|added)$/.test(tokens[v]!.text))
  )
    return undefined;
  let last = v;
  while (last + 1 < tokens.length && last - v < LONGEST_NAME && nominal(last + 1) && !isSaying(tokens[last + 1]))
    last++;
  if (last === v || tokens[v + 1]!.pos === "ADP" || /^(?:he|she|it|they|we)$/.test(tokens[v + 1]!.text))
    return undefined;
  const covers = { start: clauseStart(sentence, v), end: tokens[v - 1]!.start };
  return { drop: undefined, speaker: spanOf(tokens, v + 1, last), covers };
}

const closesQuote = (tokens: readonly Token[], at: number): boolean =>
  [at, at - 1].some((i) => /["”?!]/.test(tokens[i]?.text ?? ""));

/** "As the sources confirm, …". */
function asConfirmed(sentence: ParsedSentence, nominal: Nominal): Aside | undefined {
  const { tokens } = sentence;
  let last = 0;
  while (nominal(last + 1) && last < LONGEST_NAME) last++;
  if (tokens[0]?.text !== "As" || last === 0 || !isSaying(tokens[last + 1]) || tokens[last + 2]?.text !== ",")
    return undefined;
  const end = tokens[last + 2]!.end;
  const covers = { start: end, end: clauseEnd(sentence, last + 2) };
  return { drop: { start: sentence.start, end }, speaker: spanOf(tokens, 1, last), covers };
}

/** "According to X, …" and "…, according to X". */
function according(sentence: ParsedSentence, at: number, nominal: Nominal): Aside | undefined {
  const { tokens } = sentence;
  let last = at + 1;
  while (last + 1 < tokens.length && nominal(last + 1)) last++;
  if (last <= at + 1) return undefined;
  const speaker = spanOf(tokens, at + 2, last);
  if (at === 0) {
    const end = isComma(tokens[last + 1]) ? tokens[last + 1]!.end : tokens[last]!.end;
    return {
      drop: isComma(tokens[last + 1]) ? { start: tokens[0]!.start, end } : undefined,
      speaker,
      covers: { start: end, end: clauseEnd(sentence, at) },
    };
  }
  const start = isComma(tokens[at - 1]) ? tokens[at - 1]!.start : tokens[at]!.start;
  const cut = clauseEnd(sentence, at);
  const rest = tokens.findLast((t) => t.end <= cut);
  const end = rest?.pos === "PUNCT" ? rest.start : cut;
  return {
    drop: { start, end: Math.max(end, speaker.end) },
    speaker,
    covers: { start: clauseStart(sentence, at), end: start },
  };
}
