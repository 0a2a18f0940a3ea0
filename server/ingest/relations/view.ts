/** A sentence as the frames see it: its tree with every name folded into one node, and what each word names. */
import type { EntityId } from "../../../schema/ids.ts";
import type { DocumentEntity, Span } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import { FORMS } from "./forms.ts";
import { mend } from "./mend.ts";
import type { Recent } from "./recall.ts";
import modality from "./modality.json" with { type: "json" };
import type { Analysis, NamedMention, ParsedSentence, Reference, Token } from "../analysis.ts";

/** What the words at a node name: one entity by a mention, or one or more by a back-reference. */
export interface Named {
  readonly entities: readonly EntityId[];
  /** Where it stands, if it is a mention. */
  readonly mention?: Span | undefined;
}

const SAYING = new Set(modality.speech.split(" "));

/** One sentence, with its tree. Nodes are token indices. */
export interface View {
  readonly index: number;
  /** The text of the whole document. */
  readonly document: string;
  readonly sentence: ParsedSentence;
  readonly tokens: readonly Token[];
  /** The governing node of each token after names have been folded. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly children: readonly (readonly number[])[];
  readonly named: readonly (Named | undefined)[];
  /** The mention that covers each token. */
  readonly covering: readonly (NamedMention | undefined)[];
  readonly mentions: readonly MentionNode[];
  /** What the sentences before it say that was done. */
  readonly recent: Recent;
  kindOf(entity: EntityId): EntityKind;
  entityOf(entity: EntityId): DocumentEntity;
  /** In lower case; empty beyond the ends of the sentence. */
  text(node: number): string;
}

/** A mention with the node that stands for it and the first and last token that it covers. */
export interface MentionNode extends NamedMention {
  readonly node: number;
  readonly first: number;
  readonly last: number;
}

const depths = (tokens: readonly Token[]): number[] =>
  tokens.map((_, i) => {
    let depth = 0;
    for (let at = i; at >= 0 && depth <= tokens.length; at = tokens[at]!.head) depth++;
    return depth;
  });

const firstTokenAt = (tokens: readonly Token[], offset: number): number => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The tokens that a span touches. */
export function tokensOf(tokens: readonly Token[], span: Span): number[] {
  const out: number[] = [];
  for (let i = firstTokenAt(tokens, span.start); i < tokens.length && tokens[i]!.start < span.end; i++) out.push(i);
  return out;
}

/** Makes the views of all sentences of a document. */
export function viewsOf(analysis: Analysis): View[] {
  const entities = new Map(analysis.entities.map((e) => [e.id, e]));
  const mentions = groupBy(analysis.mentions, (m) => m.sentence);
  const references = groupBy(analysis.references, (r) => r.sentence);
  return analysis.sentences.map((sentence, index) =>
    makeView(analysis.text, index, sentence, mentions.get(index) ?? [], references.get(index) ?? [], entities),
  );
}

function groupBy<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
  const out = new Map<number, T[]>();
  for (const item of items) {
    const list = out.get(key(item));
    if (list) list.push(item);
    else out.set(key(item), [item]);
  }
  return out;
}

function makeView(
  document: string,
  index: number,
  sentence: ParsedSentence,
  mentions: readonly NamedMention[],
  references: readonly Reference[],
  entities: ReadonlyMap<EntityId, DocumentEntity>,
): View {
  const tokens = sentence.tokens.map(withLemma).map(asNoun);
  const heads = tokens.map((t) => t.head);
  const relations = tokens.map((t) => t.relation);
  const depth = depths(tokens);
  const covering: (NamedMention | undefined)[] = Array.from({ length: tokens.length });
  const named: (Named | undefined)[] = Array.from({ length: tokens.length });
  const nodes: MentionNode[] = [];
  for (const mention of mentions) {
    const covered = tokensOf(tokens, mention);
    if (covered.length === 0) {
      const next = Math.min(firstTokenAt(tokens, mention.start), tokens.length - 1);
      if (next >= 0) nodes.push({ ...mention, node: next, first: next, last: next });
      continue;
    }
    const node = fold(covered, heads, relations, depth);
    for (const i of covered) covering[i] ??= mention;
    named[node] ??= { entities: [mention.entity], mention: { start: mention.start, end: mention.end } };
    nodes.push({ ...mention, node, first: covered[0]!, last: covered.at(-1)! });
  }
  for (const reference of references) {
    const covered = tokensOf(tokens, reference);
    const node = covered.toSorted((a, b) => depth[a]! - depth[b]!)[0];
    if (node !== undefined && !named[node]) named[node] = { entities: reference.entities };
  }
  mend(tokens, heads, relations);
  repair(tokens, heads, relations);
  const children: number[][] = tokens.map(() => []);
  heads.forEach((head, i) => head >= 0 && children[head]!.push(i));
  const lower = tokens.map((token) => token.text.toLowerCase());
  const entityOf = (id: EntityId) => entities.get(id)!;
  return {
    index,
    document,
    sentence,
    tokens,
    heads,
    relations,
    children,
    named,
    covering,
    mentions: nodes,
    recent: [],
    entityOf,
    kindOf: (id) => entityOf(id).kind,
    text: (node) => lower[node] ?? "",
  };
}

/** The singular of a noun whose lemma was left in the plural. */
function singularOf(noun: string): string {
  if (/[a-z]men$/.test(noun) && !/(?:reg|spec|abdo)i?men$/.test(noun)) return `${noun.slice(0, -3)}man`;
  if (!/[^su]s$/.test(noun) || noun.endsWith("is") || PLURAL_ONLY.has(noun)) return noun;
  if (noun.endsWith("ies") && noun.length > 4) return `${noun.slice(0, -3)}y`;
  return /(?:ch|sh|x|z)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}

const PLURAL_ONLY = new Set(["headquarters", "supplies", "remains", "barracks", "odds"]);

const SUFFERERS = new Set(["wounded", "injured", "dead", "missing", "accused", "detained", "displaced", "sick"]);

/** "evacuated the wounded": an adjective behind an article, with nothing to describe. */
function asNoun(token: Token, i: number, tokens: readonly Token[]): Token {
  const next = tokens[i + 1]?.pos ?? "PUNCT";
  const alone = SUFFERERS.has(token.text) && tokens[i - 1]?.text === "the" && ["ADP", "PUNCT", "CCONJ"].includes(next);
  if (!alone || token.pos === "NOUN") return token;
  const relation = ["ccomp", "xcomp"].includes(token.relation) ? "obj" : token.relation;
  return { ...token, pos: "NOUN", lemma: token.text, relation };
}

/** A verb with the lemma that the frames know it by. */
function withLemma(token: Token): Token {
  if (token.pos === "NOUN") {
    const singular = singularOf(token.lemma.toLowerCase());
    return singular === token.lemma ? token : { ...token, lemma: singular };
  }
  if (token.pos !== "VERB" && token.pos !== "AUX") return token;
  const form = FORMS.get(token.text.toLowerCase());
  return form && form.lemma !== token.lemma ? { ...token, lemma: form.lemma } : token;
}

/** A clause that "that" opens behind a verb of saying is what the verb says, whatever the tree makes of either. */
function repair(tokens: Token[], heads: number[], relations: string[]): void {
  tokens.forEach((token, i) => {
    const clause = heads[i]!;
    if (token.text !== "that" || clause < i || !opensClause(tokens, heads, relations, i, clause)) return;
    const verb = sayingBefore(tokens, i);
    if (verb === undefined || isUnder(heads, verb, clause)) return;
    if (tokens[verb]!.pos !== "VERB")
      tokens[verb] = { ...tokens[verb]!, pos: "VERB", lemma: FORMS.get(tokens[verb]!.text.toLowerCase())!.lemma };
    relations[i] = "mark";
    relations[clause] = "ccomp";
    heads[clause] = verb;
  });
}

/** Whether "that" is the mark of a clause with a subject of its own, and not its relative pronoun. */
function opensClause(
  tokens: readonly Token[],
  heads: readonly number[],
  relations: readonly string[],
  that: number,
  clause: number,
): boolean {
  if (!/^(?:VERB|AUX|NOUN|ADJ)$/.test(tokens[clause]!.pos)) return false;
  if (relations[that] === "mark") return true;
  const subject = heads.findIndex((head, i) => head === clause && i > that && relations[i]!.startsWith("nsubj"));
  const object = heads.findIndex((head, i) => head === clause && i > that && relations[i] === "obj");
  return relations[that] === "obj" && subject > that && object > that;
}

const LONGEST_REACH = 12;

/** The verb of saying before a "that", with no other verb between them. */
function sayingBefore(tokens: readonly Token[], that: number): number | undefined {
  for (let i = that - 1; i >= Math.max(0, that - LONGEST_REACH); i--) {
    const form = FORMS.get(tokens[i]!.text.toLowerCase());
    if (form && SAYING.has(form.lemma) && form.ending !== "gerund" && tokens[i]!.pos !== "PROPN") return i;
    if (tokens[i]!.pos === "VERB" || tokens[i]!.text === ",") return undefined;
  }
  return undefined;
}

const isUnder = (heads: readonly number[], node: number, top: number): boolean => {
  for (let at = node, steps = 0; at >= 0 && steps <= heads.length; at = heads[at]!, steps++)
    if (at === top) return true;
  return false;
};

/** Makes the highest token of a name govern everything that hangs on the others; returns it. */
function fold(covered: readonly number[], heads: number[], relations: string[], depth: readonly number[]): number {
  const inside = new Set(covered);
  let top = covered.at(-1)!;
  for (const i of covered) if (depth[i]! < depth[top]!) top = i;
  if (inside.size > 1)
    heads.forEach((head, i) => {
      if (inside.has(i) ? i !== top : inside.has(head) && head !== top) {
        heads[i] = top;
        if (inside.has(i)) relations[i] = "flat";
      }
    });
  return top;
}
