/** The extractor of rules: verbs, nouns of action and standing relations, with status, speaker and date. */
import { inOrder } from "../../../schema/interchange.ts";
import type { DocumentAssertion } from "../../../schema/model.ts";
import { RELATION_TERMS, type Status } from "../../../schema/ontology.ts";
import type { Extractor } from "../analysis.ts";
import { isVerb } from "./clause.ts";
import { confidenceOf } from "./confidence.ts";
import { contextual } from "./context.ts";
import { type Found, joins } from "./found.ts";
import { linearRelations } from "./linear.ts";
import { nounRelations } from "./nouns.ts";
import { type Parse, type PlainReading, readPlainly } from "./plain.ts";
import { quotedSpeakers } from "./quotations.ts";
import { REACH } from "./recall.ts";
import { roleRelations } from "./roles.ts";
import { type Attribution, attributionsIn } from "./speech.ts";
import { standingRelations, type StateNames } from "./standing.ts";
import { nounStatus, verbStatus } from "./status.ts";
import { verbRelations } from "./verbs.ts";
import { type View, viewsOf } from "./view.ts";
import { dateOf, lastDay, placeDates, type SentenceDates } from "./when.ts";

const NAME = "rules/1";

/** Longer than any way to name a speaker: the tree of a list or a table has been misread. */
const LONGEST_SPEAKER = 300;

/** What has been read of a sentence before its relations are put together. */
interface Reading {
  readonly view: View;
  readonly found: readonly Found[];
  readonly attributions: readonly Attribution[];
}

/** Makes the extractor; `states` tells which state a name or adjective means. */
export const createRules = (states: StateNames, parse: Parse): Extractor => ({
  name: NAME,
  extract: (analysis) => extract(readPlainly(analysis, parse), states),
});

function extract({ analysis, asides }: PlainReading, states: StateNames): DocumentAssertion[] {
  const views = viewsOf(analysis);
  const attributions = views.map((view, i) => attributionsIn(view, asides[i]!));
  const quoted = quotedSpeakers(views, attributions);
  const found = contextual(views, inTurn(views, states));
  let day = "";
  return views.flatMap((view, i) => {
    const dates = placeDates(view, analysis.published, day);
    day = lastDay(dates, day);
    if (found[i]!.length === 0) return [];
    const reading: Reading = { view, found: found[i]!, attributions: attributions[i]! };
    return assertionsOf(reading, quoted.get(i) ?? "", dates);
  });
}

/** The relations of each sentence, with those of the sentences right before it known. */
function inTurn(views: readonly View[], states: StateNames): Found[][] {
  const out: Found[][] = [];
  for (const view of views) {
    const recent = out.slice(-REACH).flat();
    const found = relationsIn({ ...view, recent }, states);
    out.push(found.map((f) => ({ ...f, view: view.index })));
  }
  return out;
}

function relationsIn(view: View, states: StateNames): Found[] {
  if (view.mentions.length === 0 && view.named.every((n) => !n)) return [];
  const verbs = verbRelations(view);
  const explained = new Set(verbs.map((f) => f.trigger));
  return [
    ...verbs,
    ...linearRelations(view, explained),
    ...nounRelations(view),
    ...standingRelations(view, states),
    ...roleRelations(view),
  ];
}

function assertionsOf(reading: Reading, quotedBy: string, dates: SentenceDates): DocumentAssertion[] {
  const best = new Map<string, DocumentAssertion>();
  for (const found of reading.found) {
    if (!joins(reading.view, found.subject, found.type, found.object)) continue;
    const assertion = assertionOf(reading, found, quotedBy, dates);
    if (assertion.type === "THREATEN" && assertion.status === "negated") continue;
    const key = `${assertion.subject} ${assertion.type} ${assertion.object}`;
    if ((best.get(key)?.confidence ?? 0) < assertion.confidence) best.set(key, assertion);
  }
  return [...best.values()];
}

function assertionOf(
  { view, attributions }: Reading,
  found: Found,
  quotedBy: string,
  dates: SentenceDates,
): DocumentAssertion {
  const { subject, object, type, trigger } = found;
  const status = found.status ?? statusOf(view, found);
  const token = view.tokens[trigger]!;
  const { start, end } = view.sentence;
  return inOrder({
    subject: subject.entity,
    type,
    object: object.entity,
    start,
    end,
    trigger: [{ start: token.start, end: token.end }],
    subjectMention: subject.mention,
    objectMention: object.mention,
    status,
    speaker: speakerOf(attributions, found, view, quotedBy),
    date: isLasting(found) ? "" : dateOf(view, dates, trigger, status, found.pattern.startsWith("apposition")),
    confidence: confidenceOf(found, view.mentions.length),
    extractor: NAME,
  });
}

/** What names assert by standing side by side holds without a date. */
const isLasting = ({ type, pattern }: Found) =>
  RELATION_TERMS[type].quad === "STANDING" &&
  !pattern.startsWith("verb") &&
  !pattern.startsWith("noun") &&
  !pattern.startsWith("apposition");

function statusOf(view: View, { trigger, pattern }: Found): Status {
  if (pattern.startsWith("verb") || isVerb(view, trigger)) return verbStatus(view, trigger);
  return pattern.startsWith("noun") ? nounStatus(view, trigger) : "actual";
}

/** The innermost of the speakers whose words the relation is among. */
function speakerOf(attributions: readonly Attribution[], found: Found, view: View, quotedBy: string): string {
  const { trigger, subject, object } = found;
  const byName = /^(?:name|owner|title|of|in|comma|such|role|hyphen)/.test(found.pattern);
  const node = byName ? subject.node : trigger;
  const at = byName ? (subject.mention ?? object.mention)?.start : undefined;
  const around = attributions.filter((a) => a.covers(node, at ?? view.tokens[node]!.start));
  const speaker = around.toSorted((a, b) => a.size - b.size)[0]?.text ?? quotedBy;
  return speaker.length > LONGEST_SPEAKER ? "" : speaker;
}
