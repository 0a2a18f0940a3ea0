/**
 * The ontology as data: what a node may be, what an edge may be, which ends an edge may join.
 * Event types are those of PLOVER (Political Language Ontology for Verifiable Event Records, Open Event
 * Data Alliance); standing relations are Actant's own. Adding an entry here is all that a new type needs.
 */

/** What an entity may be. */
export const ENTITY_KINDS = [
  "STATE",
  "GOVERNMENT",
  "AGENCY",
  "MILITARY",
  "MILITIA",
  "BASE",
  "ORGANIZATION",
  "MEDIA",
  "PERSON",
  "PLACE",
  "EVENT",
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** How sure the sentence is that it happened or holds. */
export const STATUSES = ["actual", "future", "hypothetical", "negated"] as const;
export type Status = (typeof STATUSES)[number];

/** PLOVER's quad classes, and `STANDING` for relations that are not events. */
export const QUAD_CLASSES = [
  "VERBAL_COOPERATION",
  "MATERIAL_COOPERATION",
  "VERBAL_CONFLICT",
  "MATERIAL_CONFLICT",
  "STANDING",
] as const;
export type QuadClass = (typeof QUAD_CLASSES)[number];

/** A label and a sentence of explanation for people. */
export interface Term {
  readonly label: string;
  readonly description: string;
}

/** One relation type: how it reads, what it may join, where its definition comes from. */
export interface RelationTerm extends Term {
  readonly quad: QuadClass;
  /** One edge either way round; the ends are stored in the order of their ids. */
  readonly symmetric: boolean;
  readonly subject: readonly EntityKind[];
  readonly object: readonly EntityKind[];
  readonly source: "PLOVER" | "Actant";
}

const BODIES = ["STATE", "GOVERNMENT", "AGENCY", "MILITARY", "MILITIA", "ORGANIZATION", "MEDIA"] as const;
const ACTORS = [...BODIES, "PERSON"] as const;
const GROUND = ["PLACE", "BASE", "STATE"] as const;
const TARGETS = [...ACTORS, "PLACE", "BASE", "EVENT"] as const;

const standing = (
  label: string,
  description: string,
  subject: readonly EntityKind[],
  object: readonly EntityKind[],
  symmetric = false,
): RelationTerm => ({ label, description, quad: "STANDING", symmetric, subject, object, source: "Actant" });

const event = (quad: QuadClass, label: string, description: string, symmetric = false): RelationTerm => ({
  label,
  description,
  quad,
  symmetric,
  subject: ACTORS,
  object: symmetric ? ACTORS : TARGETS,
  source: "PLOVER",
});

/** Every kind of entity, with its label and what it covers. */
export const KIND_TERMS: Readonly<Record<EntityKind, Term>> = {
  STATE: { label: "State", description: "A sovereign state acting or acted on, by its name, demonym or capital." },
  GOVERNMENT: {
    label: "Government",
    description: "An executive, cabinet, legislature, court, junta or regime as a body.",
  },
  AGENCY: { label: "Agency", description: "A ministry, department, intelligence or security service." },
  MILITARY: { label: "Military", description: "A state's armed forces, branch, command or unit." },
  MILITIA: { label: "Armed group", description: "A non-state armed group or a described class of them." },
  BASE: { label: "Base", description: "A military installation: air base, naval base, camp, outpost." },
  ORGANIZATION: { label: "Organization", description: "An intergovernmental body, alliance, NGO, party or company." },
  MEDIA: { label: "News outlet", description: "A newspaper, agency or broadcaster." },
  PERSON: { label: "Person", description: "A named person." },
  PLACE: { label: "Place", description: "A city, region, sea, border or strait." },
  EVENT: { label: "Event", description: "A happening that the text names or dates and that something else hangs on." },
};

/** Every relation type. `label` reads between subject and object: "Iran *backs* Kata'ib Hezbollah". */
export const RELATION_TERMS = {
  PART_OF: standing(
    "is part of",
    "A unit, body or agency belongs to a body or state.",
    [...BODIES, "BASE", "PLACE"],
    BODIES,
  ),
  MEMBER_OF: standing(
    "is a member of",
    "A state, group or person belongs to an organization, alliance or class of groups.",
    ACTORS,
    BODIES,
  ),
  LEADS: standing("leads", "A person heads a body, state or group.", ACTORS, [...BODIES, "PLACE"]),
  LOCATED_IN: standing(
    "is located in",
    "A base or place lies in a place or state.",
    [...GROUND, "ORGANIZATION", "MILITIA", "AGENCY", "GOVERNMENT", "MILITARY"],
    GROUND,
  ),
  BASED_AT: standing(
    "is based at",
    "An actor is stationed at, or has its seat in, a base or place.",
    [...ACTORS, "BASE"],
    GROUND,
  ),
  OPERATES_IN: standing("operates in", "An actor acts in a place or state, without more.", ACTORS, GROUND),
  CONTROLS: standing("controls", "An actor holds, rules or has captured a place or base.", ACTORS, GROUND),
  BACKS: standing("backs", "A patron sponsors a client.", ACTORS, ACTORS),
  ALLIED_WITH: standing("is allied with", "Two actors stand together.", ACTORS, ACTORS, true),
  OPPOSES: standing(
    "opposes",
    "Two actors stand against each other, without an act.",
    ACTORS,
    [...ACTORS, "EVENT"],
    true,
  ),
  OCCURS_IN: standing("occurs in", "An event takes place in a place, base or state.", ["EVENT"], GROUND),
  PARTICIPATES_IN: standing("takes part in", "An actor takes part in an event.", ACTORS, ["EVENT"]),

  AGREE: event("VERBAL_COOPERATION", "agrees with", "Agrees, offers, promises, signs with.", true),
  CONSULT: event("VERBAL_COOPERATION", "consults", "Meets, talks with, visits, negotiates with.", true),
  SUPPORT: event("VERBAL_COOPERATION", "supports", "Praises, endorses, recognises, ratifies."),
  CONCEDE: event(
    "VERBAL_COOPERATION",
    "concedes to",
    "Eases, announces a withdrawal or ceasefire not yet carried out.",
  ),
  COOPERATE: event(
    "MATERIAL_COOPERATION",
    "cooperates with",
    "Exercises, operates, trades or shares intelligence with.",
    true,
  ),
  AID: event("MATERIAL_COOPERATION", "aids", "Gives money, arms, training, relief or asylum."),
  RETREAT: event("MATERIAL_COOPERATION", "retreats from", "Withdraws, releases, disarms, resigns, returns."),
  INVESTIGATE: event("MATERIAL_COOPERATION", "investigates", "Investigates, monitors, observes, inspects."),
  DEMAND: event("VERBAL_CONFLICT", "makes a demand of", "Demands, requests, urges, calls on."),
  DISAPPROVE: event("VERBAL_CONFLICT", "disapproves of", "Condemns, accuses, blames."),
  REJECT: event("VERBAL_CONFLICT", "rejects", "Refuses, denies a request, vetoes."),
  THREATEN: event("VERBAL_CONFLICT", "threatens", "Threatens, warns of force, plots."),
  SANCTION: event(
    "VERBAL_CONFLICT",
    "sanctions",
    "Sanctions, designates, bans, expels, breaks relations, suspends aid.",
  ),
  PROTEST: event("MATERIAL_CONFLICT", "protests against", "Demonstrates, strikes or riots against."),
  CRIME: event("MATERIAL_CONFLICT", "commits a crime against", "Smuggles, traffics, corrupts, ransoms."),
  MOBILIZE: event(
    "MATERIAL_CONFLICT",
    "mobilizes toward",
    "Deploys, drills, raises alert, patrols in a show of force.",
  ),
  COERCE: event(
    "MATERIAL_CONFLICT",
    "coerces",
    "Arrests, seizes property, blockades, blocks, jams, attacks by computer.",
  ),
  ASSAULT: event("MATERIAL_CONFLICT", "attacks", "Attacks, strikes, bombs, shells, kills, clashes with, fights."),
} as const satisfies Record<string, RelationTerm>;

/** What an edge may be. */
export type RelationType = keyof typeof RELATION_TERMS;
export const RELATION_TYPES = Object.keys(RELATION_TERMS) as RelationType[];

/** The entry of one relation type, widened from its literal. */
export const relationTerm = (type: RelationType): RelationTerm => RELATION_TERMS[type];

/** Whether the ontology lets a relation of `type` join a subject and an object of these kinds. */
export function mayJoin(type: RelationType, subject: EntityKind, object: EntityKind): boolean {
  const term = relationTerm(type);
  return (
    (term.subject.includes(subject) && term.object.includes(object)) ||
    (term.symmetric && term.subject.includes(object) && term.object.includes(subject))
  );
}
