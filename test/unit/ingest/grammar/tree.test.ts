import { describe, expect, it } from "vitest";
import type { ParsedSentence, PartOfSpeech, Token } from "../../../../server/ingest/analysis.ts";
import * as tree from "../../../../server/ingest/grammar/tree.ts";

/** Words as "text/part of speech/head/relation", heads counted from 1 and 0 for the root. */
function sentence(words: string): ParsedSentence {
  let at = 0;
  const tokens = words.split(" ").map((word): Token => {
    const [text, pos, head, relation] = word.split("/") as [string, PartOfSpeech, string, string];
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, text, lemma: text, pos, head: Number(head) - 1, relation };
  });
  return { start: 0, end: at - 1, tokens };
}

const ACTIVE = sentence(
  "Hezbollah/PROPN/4/nsubj and/CCONJ/3/cc Amal/PROPN/1/conj moved/VERB/0/root fighters/NOUN/4/obj from/ADP/8/case northern/ADJ/8/amod Syria/PROPN/4/obl and/CCONJ/10/cc denied/VERB/4/conj it/PRON/10/obj",
);
const PASSIVE = sentence(
  "Bases/NOUN/4/nsubj:pass were/AUX/4/aux:pass not/PART/4/advmod struck/VERB/0/root by/ADP/6/case drones/NOUN/4/obl:agent supplied/VERB/6/acl by/ADP/9/case Iran/PROPN/7/obl",
);

describe("walking a tree", () => {
  it("finds who does what to whom", () => {
    expect(tree.agents(ACTIVE, 3)).toEqual([0, 2]);
    expect(tree.patients(ACTIVE, 3)).toEqual([4]);
    expect(tree.agents(ACTIVE, 9)).toEqual([0, 2]);
    expect(tree.agents(PASSIVE, 3)).toEqual([5]);
    expect(tree.patients(PASSIVE, 3)).toEqual([0]);
    expect(tree.agents(PASSIVE, 6)).toEqual([8]);
    expect(tree.patients(PASSIVE, 6)).toEqual([5]);
  });

  it("finds phrases", () => {
    expect(tree.subtree(ACTIVE, 7)).toEqual([5, 6, 7]);
    expect(tree.subtreeSpan(PASSIVE, 5)).toEqual({ start: PASSIVE.tokens[4]!.start, end: PASSIVE.end });
    expect(tree.headOf(ACTIVE, { start: ACTIVE.tokens[5]!.start, end: ACTIVE.tokens[7]!.end })).toBe(7);
    expect(tree.headOf(ACTIVE, { start: 900, end: 901 })).toBeUndefined();
    expect(tree.preposition(ACTIVE, 7)).toBe("from");
    expect(tree.obliques(ACTIVE, 3, "from")).toEqual([7]);
    expect(tree.obliques(ACTIVE, 3, "to")).toEqual([]);
  });

  it("tells passives, negations, conjuncts and the verb above", () => {
    expect([tree.isPassive(ACTIVE, 3), tree.isPassive(PASSIVE, 3)]).toEqual([false, true]);
    expect([tree.isNegated(ACTIVE, 3), tree.isNegated(PASSIVE, 3)]).toEqual([false, true]);
    expect(tree.firstConjunct(ACTIVE, 2)).toBe(0);
    expect(tree.governingVerb(PASSIVE, 8)).toBe(6);
    expect(tree.governingVerb(PASSIVE, 3)).toBe(-1);
  });
});
