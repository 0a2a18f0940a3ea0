/** Who says it: the verbs of saying in a sentence, their speakers, and the words that each of them covers. */
import type { Span } from "../../../schema/model.ts";
import {
  childrenBy,
  isPassive,
  isRelative,
  isVerb,
  phrasesWith,
  relationOf,
  subjectsOf,
  antecedent,
} from "./clause.ts";
import type { Aside } from "./asides.ts";
import { titleStart } from "./plain.ts";
import modality from "./modality.json" with { type: "json" };
import type { View } from "./view.ts";

const SPEECH = new Set(modality.speech.split(" "));

/** A speaker and the words that are said by them. */
export interface Attribution {
  readonly text: string;
  /** Whether the word at a node, or where it is not in the tree at an offset, is said by them. */
  readonly covers: (node: number, at: number) => boolean;
  /** How much it covers: of two, the innermost speaker counts. */
  readonly size: number;
}

/** All nodes under a node, itself included. */
export function subtree(view: View, node: number): Set<number> {
  const out = new Set<number>();
  const walk = (at: number) => {
    if (out.has(at)) return;
    out.add(at);
    for (const c of view.children[at]!) walk(c);
  };
  walk(node);
  return out;
}

const CUT = new Set(["acl", "acl:relcl", "advcl", "parataxis", "punct"]);

/** The noun phrase of a node with its title, apposed acronym and prepositional phrases, without clauses. */
export function phraseSpan(view: View, node: number): Span {
  const kept: number[] = [];
  const walk = (at: number) => {
    kept.push(at);
    for (const c of view.children[at]!) if (stays(view, at, c)) walk(c);
  };
  walk(node);
  return trimmed(view, Math.min(...kept), Math.max(...kept));
}

function stays(view: View, head: number, child: number): boolean {
  const relation = view.relations[child]!;
  if (CUT.has(relation)) return false;
  if (relation === "acl" || relation.startsWith("acl") || relation.startsWith("advcl")) return false;
  if (relation === "appos") return view.text(child - 1) === "(" || child === head + 1;
  if (["cop", "nsubj", "aux", "mark", "obj", "ccomp", "discourse"].includes(relation.split(":")[0]!)) return false;
  if (relation.startsWith("obl") || relation === "advmod") return child < head;
  return true;
}

/** Closes an open bracket and drops marks and conjunctions from the ends. */
function trimmed(view: View, from: number, to: number): Span {
  const { tokens } = view;
  let first = from;
  let last = to;
  while (first < last && ["PUNCT", "CCONJ", "ADP", "SCONJ"].includes(tokens[first]!.pos)) first++;
  while (last > first && tokens[last]!.pos === "PUNCT") last--;
  return widened(view, first, tokens[last]!.end);
}

/** Takes in the title before a person's name, the owner before a body's, and an acronym in brackets behind. */
function widened(view: View, first: number, end: number): Span {
  const { document } = view;
  const floor = view.sentence.start;
  let { start } = view.tokens[first]!;
  start = titleStart(document, floor, start);
  const owner = view.mentions.find(
    (m) => m.end < start && /^(?:['’]s?)? $/.test(document.slice(m.end, start)) && view.tokens[m.first]!.start >= start,
  );
  if (owner) start = owner.start;
  const article = /\b(?:the|a|an) $/i.exec(document.slice(Math.max(floor, start - 4), start));
  if (article) start -= article[0].length;
  const bracket = /^ \([^()]{2,40}\)/.exec(document.slice(end, view.sentence.end));
  return { start, end: end + (bracket?.[0].length ?? 0) };
}

/** The attributions in a sentence: its verbs of saying, and its asides. */
export function attributionsIn(view: View, asides: readonly Aside[]): Attribution[] {
  const out = asides.map((aside) => ofAside(view, aside));
  view.tokens.forEach((token, i) => {
    if (!isVerb(view, i) || !SPEECH.has(token.lemma)) return;
    const nodes = said(view, i);
    const speaker = nodes.size > 0 ? speakerOf(view, i) : undefined;
    if (speaker === undefined) return;
    const { start, end } = phraseSpan(view, speaker);
    out.push({ text: view.document.slice(start, end), covers: (node) => nodes.has(node), size: nodes.size });
  });
  return out;
}

function ofAside(view: View, { speaker, covers }: Aside): Attribution {
  const bracket = /^ \([^()]{2,40}\)/.exec(view.document.slice(speaker.end, view.sentence.end));
  const text = view.document.slice(speaker.start, speaker.end + (bracket?.[0].length ?? 0));
  const size = view.tokens.filter((t) => covers.start <= t.start && t.end <= covers.end).length;
  return { text, covers: (_, at) => covers.start <= at && at < covers.end, size };
}

function speakerOf(view: View, verb: number): number | undefined {
  const lemma = view.tokens[verb]!.lemma;
  if (lemma === "quote" || lemma === "cite") return childrenBy(view, verb, "obj")[0];
  if (isPassive(view, verb)) return phrasesWith(view, verb, "by")[0];
  const subject = subjectsOf(view, verb)[0];
  if (subject === undefined) return undefined;
  if (isRelative(view, subject)) return antecedent(view, subject);
  return subject;
}

/** The nodes that a verb of saying covers: its clause, or for "…, X said" what it interrupts. */
function said(view: View, verb: number): ReadonlySet<number> {
  const out = new Set<number>();
  const { lemma } = view.tokens[verb]!;
  for (const c of childrenBy(view, verb, "ccomp", "parataxis", "xcomp", "advcl", "csubj"))
    if (isContent(view, verb, c, lemma)) for (const n of subtree(view, c)) out.add(n);
  for (const o of childrenBy(view, verb, "obj"))
    for (const c of childrenBy(view, o, "acl"))
      if (childrenBy(view, c, "mark").some((m) => view.text(m) === "that"))
        for (const n of subtree(view, c)) out.add(n);
  if (relationOf(view, verb) === "parataxis" && out.size === 0 && subtree(view, verb).size < LONGEST_ASIDE)
    interrupted(view, verb, out);
  if (lemma === "deny" || lemma === "claim" || lemma === "confirm")
    for (const c of childrenBy(view, verb, "obj", "xcomp")) for (const n of subtree(view, c)) out.add(n);
  return out;
}

function isContent(view: View, verb: number, child: number, lemma: string): boolean {
  const relation = relationOf(view, child);
  if (relation === "ccomp" || relation === "csubj") return true;
  if (relation === "xcomp") return lemma === "deny" || lemma === "claim";
  if (relation === "advcl" && lemma === "deny" && view.text(child).endsWith("ing")) return true;
  if (relation === "advcl")
    return (
      (lemma === "accuse" || lemma === "quote") &&
      childrenBy(view, child, "mark", "case").some((m) => ["of", "as"].includes(view.text(m)))
    );
  return relation === "parataxis" && child < verb;
}

const LONGEST_ASIDE = 6;

/** "…, police said, …": the clause around the aside, but not the aside. */
function interrupted(view: View, verb: number, out: Set<number>): void {
  const own = subtree(view, verb);
  for (const n of subtree(view, view.heads[verb]!)) if (!own.has(n)) out.add(n);
}
