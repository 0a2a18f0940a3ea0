/**
 * The frames as data, one file a relation type in `frames/`. See `README.md` for what each field means;
 * adding a verb or a noun is adding it to a list there.
 */
import { ENTITY_KINDS, type EntityKind, RELATION_TYPES, type RelationType } from "../../../schema/ontology.ts";
import agree from "./frames/agree.json" with { type: "json" };
import aid from "./frames/aid.json" with { type: "json" };
import alliedWith from "./frames/allied-with.json" with { type: "json" };
import assault from "./frames/assault.json" with { type: "json" };
import backs from "./frames/backs.json" with { type: "json" };
import basedAt from "./frames/based-at.json" with { type: "json" };
import coerce from "./frames/coerce.json" with { type: "json" };
import concede from "./frames/concede.json" with { type: "json" };
import consult from "./frames/consult.json" with { type: "json" };
import controls from "./frames/controls.json" with { type: "json" };
import cooperate from "./frames/cooperate.json" with { type: "json" };
import crime from "./frames/crime.json" with { type: "json" };
import demand from "./frames/demand.json" with { type: "json" };
import disapprove from "./frames/disapprove.json" with { type: "json" };
import investigate from "./frames/investigate.json" with { type: "json" };
import leads from "./frames/leads.json" with { type: "json" };
import locatedIn from "./frames/located-in.json" with { type: "json" };
import memberOf from "./frames/member-of.json" with { type: "json" };
import mobilize from "./frames/mobilize.json" with { type: "json" };
import occursIn from "./frames/occurs-in.json" with { type: "json" };
import operatesIn from "./frames/operates-in.json" with { type: "json" };
import opposes from "./frames/opposes.json" with { type: "json" };
import partOf from "./frames/part-of.json" with { type: "json" };
import participatesIn from "./frames/participates-in.json" with { type: "json" };
import protest from "./frames/protest.json" with { type: "json" };
import reject from "./frames/reject.json" with { type: "json" };
import retreat from "./frames/retreat.json" with { type: "json" };
import sanction from "./frames/sanction.json" with { type: "json" };
import support from "./frames/support.json" with { type: "json" };
import threaten from "./frames/threaten.json" with { type: "json" };

/** A frame as a file writes it; lists are words with spaces between. */
export interface FrameSource {
  readonly lemmas: string;
  readonly particle?: string;
  readonly object?: string;
  readonly under?: string;
  readonly xcomp?: string;
  readonly phrase?: string;
  readonly needs?: string;
  readonly source?: string;
  readonly target: string;
  readonly sourceKinds?: string;
  readonly targetKinds?: string;
  readonly targetCarrier?: string;
  readonly sourceCarrier?: string;
  readonly voice?: string;
  readonly mutual?: boolean;
  readonly with?: boolean;
  readonly joint?: boolean;
  readonly hosted?: boolean;
  readonly appositive?: boolean;
  readonly inverse?: boolean;
  readonly intransitive?: boolean;
  readonly personOnly?: boolean;
  readonly agentive?: boolean;
  readonly except?: string;
  readonly sourceHead?: string;
  readonly unless?: string;
}

export interface FrameFile {
  readonly type: string;
  readonly sourceKinds?: string;
  readonly targetKinds?: string;
  readonly verbs?: readonly FrameSource[];
  readonly nouns?: readonly FrameSource[];
  readonly adjectives?: readonly { readonly suffixes: string; readonly inverse?: boolean }[];
}

/** A frame ready to be matched. */
export interface Frame extends Omit<
  FrameSource,
  | "lemmas"
  | "particle"
  | "object"
  | "under"
  | "xcomp"
  | "source"
  | "target"
  | "sourceKinds"
  | "targetKinds"
  | "targetCarrier"
  | "sourceCarrier"
  | "sourceHead"
  | "unless"
> {
  readonly type: RelationType;
  readonly particle?: ReadonlySet<string> | undefined;
  readonly object?: ReadonlySet<string> | undefined;
  readonly under?: ReadonlySet<string> | undefined;
  readonly xcomp?: ReadonlySet<string> | undefined;
  readonly sourceHead?: ReadonlySet<string> | undefined;
  readonly unless?: ReadonlySet<string> | undefined;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly sourceKinds?: ReadonlySet<EntityKind> | undefined;
  readonly targetKinds?: ReadonlySet<EntityKind> | undefined;
  readonly targetCarrier?: string | undefined;
  readonly sourceCarrier?: string | undefined;
}

const FILES: readonly FrameFile[] = [
  agree,
  aid,
  alliedWith,
  assault,
  backs,
  basedAt,
  coerce,
  concede,
  consult,
  controls,
  cooperate,
  crime,
  demand,
  disapprove,
  investigate,
  leads,
  locatedIn,
  memberOf,
  mobilize,
  occursIn,
  operatesIn,
  opposes,
  partOf,
  participatesIn,
  protest,
  reject,
  retreat,
  sanction,
  support,
  threaten,
];

const list = (words: string | undefined): string[] => words?.split(" ").filter(Boolean) ?? [];
const set = (words: string | undefined) => (words ? new Set(list(words)) : undefined);

const GROUPS: Readonly<Record<string, readonly EntityKind[]>> = {
  actor: ["STATE", "GOVERNMENT", "AGENCY", "MILITARY", "MILITIA", "ORGANIZATION", "MEDIA", "PERSON"],
  base: ["BASE"],
  place: ["PLACE"],
};

const kinds = (words: string | undefined): ReadonlySet<EntityKind> | undefined =>
  words ? new Set(list(words).flatMap((w) => GROUPS[w] ?? ENTITY_KINDS.filter((kind) => kind === w))) : undefined;

function compile(file: FrameFile, frame: FrameSource, defaultSource: string): Frame {
  const type = RELATION_TYPES.find((t) => t === file.type);
  if (!type) throw new Error(`frames: there is no relation type ${file.type}`);
  const { lemmas: _, ...rest } = frame;
  return {
    ...rest,
    type,
    particle: set(frame.particle),
    object: set(frame.object),
    under: set(frame.under),
    xcomp: set(frame.xcomp),
    sourceHead: set(frame.sourceHead),
    unless: set(frame.unless),
    source: list(frame.source ?? defaultSource),
    target: list(frame.target),
    sourceKinds: kinds(frame.sourceKinds ?? file.sourceKinds),
    targetKinds: kinds(frame.targetKinds ?? file.targetKinds),
  };
}

function index(part: "verbs" | "nouns", defaultSource: string): ReadonlyMap<string, readonly Frame[]> {
  const out = new Map<string, Frame[]>();
  for (const file of FILES)
    for (const frame of file[part] ?? []) {
      const compiled = compile(file, frame, defaultSource);
      const except = set(frame.except);
      for (const lemma of new Set(list(frame.lemmas))) {
        if (except?.has(lemma)) continue;
        const known = out.get(lemma);
        if (known) known.push(compiled);
        else out.set(lemma, [compiled]);
      }
    }
  return out;
}

/** The frames of each verb, by lemma. */
export const VERB_FRAMES = index("verbs", "subj");

/** The frames of each noun, by lemma. */
export const NOUN_FRAMES = index("nouns", "poss by mod");

/** `backed` of "Iran-backed": the type, and whether the word before the hyphen is the object. */
export const ADJECTIVES: ReadonlyMap<string, { readonly type: RelationType; readonly inverse: boolean }> = new Map(
  FILES.flatMap((file) =>
    (file.adjectives ?? []).flatMap(({ suffixes, inverse }) =>
      list(suffixes).map((s) => [s, { type: file.type as RelationType, inverse: inverse ?? false }] as const),
    ),
  ),
);

/** The frames of a word, also where its lemma was guessed with one "e" too many or too few. */
export const framesOf = (frames: ReadonlyMap<string, readonly Frame[]>, lemma: string): readonly Frame[] => {
  const key = lemma.toLowerCase();
  return (
    frames.get(key) ?? frames.get(`${key}e`) ?? (key.endsWith("e") ? frames.get(key.slice(0, -1)) : undefined) ?? []
  );
};
