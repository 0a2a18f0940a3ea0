/** Entities, edges and documents as objects of STIX 2.1, with what STIX has no word for in Actant's extension. */
import type { Entity } from "../../schema/model.ts";
import { type EntityKind, KIND_TERMS, relationTerm } from "../../schema/ontology.ts";
import type { EdgeRow, Quoted, ReportRow } from "./rows.ts";
import { stixId } from "./stix-ids.ts";

export type StixObject = Readonly<Record<string, unknown>> & { readonly id: string };

/** An object's `created` must stay the same in every export; nothing in a graph does but this. */
const CREATED = "2024-01-01T00:00:00.000Z";

export const MAKER = stixId("identity", "actant");
const EXTENSION = stixId("extension-definition", "actant");

const object = (type: string, of: string, modified: string, properties: object): StixObject => ({
  type,
  spec_version: "2.1",
  id: stixId(type, of),
  created_by_ref: MAKER,
  created: CREATED,
  modified,
  ...properties,
});

const extended = (properties: object) => ({
  extensions: { [EXTENSION]: { extension_type: "property-extension", ...properties } },
});

/** Who says all this, and what the extension is. */
export const preface = (modified: string): readonly StixObject[] => [
  {
    type: "identity",
    spec_version: "2.1",
    id: MAKER,
    created: CREATED,
    modified,
    name: "Actant",
    identity_class: "system",
  },
  object("extension-definition", "actant", modified, {
    name: "Actant's evidence",
    description:
      "actant_id: the id in Actant. On relationships: quad, symmetric, and assertions, each a sentence quoted word for word with its place in its document. " +
      "On entities: kind and aliases. On reports: publisher, author and language.",
    schema: "Actant: server/exports/stix-objects.ts",
    version: "1.0.0",
    extension_types: ["property-extension"],
  }),
];

/** Where something lies, as STIX asks: a country or coordinates, or it is no location. */
function whereabouts({ country, latitude, longitude }: Entity): object | undefined {
  const point = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
  if (!point && country === undefined) return undefined;
  return { ...point, ...(country === undefined ? {} : { country }) };
}

const IDENTITY_CLASSES: Readonly<Record<EntityKind, string>> = {
  STATE: "organization",
  GOVERNMENT: "organization",
  AGENCY: "organization",
  MILITARY: "organization",
  MILITIA: "group",
  BASE: "unknown",
  ORGANIZATION: "organization",
  MEDIA: "organization",
  PERSON: "individual",
  PLACE: "unknown",
  EVENT: "unknown",
};

function typeOf(entity: Entity): "location" | "threat-actor" | "incident" | "identity" {
  const { kind } = entity;
  if ((kind === "PLACE" || kind === "BASE") && whereabouts(entity)) return "location";
  // STIX has no other word for an armed group; Actant says no more of it than its kind.
  if (kind === "MILITIA") return "threat-actor";
  return kind === "EVENT" ? "incident" : "identity";
}

/** The id that relationships refer to. */
export const refOf = (entity: Entity): string => stixId(typeOf(entity), entity.id);

/** An entity. */
export function entityObject(entity: Entity, modified: string): StixObject {
  const { id, name, kind, aliases } = entity;
  const type = typeOf(entity);
  return object(type, id, modified, {
    name,
    description: KIND_TERMS[kind].label,
    ...(type === "threat-actor" && aliases.length > 0 ? { aliases } : {}),
    ...(type === "location" ? whereabouts(entity) : {}),
    ...(type === "identity" ? { identity_class: IDENTITY_CLASSES[kind] } : {}),
    ...extended({ actant_id: id, kind, ...(aliases.length > 0 ? { aliases } : {}) }),
  });
}

const assertionOf = ({ assertion, document }: Quoted) => ({
  actant_id: assertion.id,
  quote: assertion.quote,
  start: assertion.start,
  end: assertion.end,
  status: assertion.status,
  ...(assertion.speaker ? { speaker: assertion.speaker } : {}),
  ...(assertion.date ? { date: assertion.date } : {}),
  confidence: assertion.confidence,
  extractor: assertion.extractor,
  report_ref: stixId("report", document.id),
});

/** An edge with its sentences. */
export function relationshipObject({ relation, subject, object: end, quoted }: EdgeRow, modified: string): StixObject {
  const { quad, symmetric, label } = relationTerm(relation.type);
  return object("relationship", relation.id, modified, {
    relationship_type: relation.type.toLowerCase().replaceAll("_", "-"),
    description: `${subject.name} ${label} ${end.name}`,
    source_ref: refOf(subject),
    target_ref: refOf(end),
    ...extended({ actant_id: relation.id, quad, symmetric, assertions: quoted.map(assertionOf) }),
  });
}

/** A document with the relationships that it asserts. */
export function reportObject({ document, relations }: ReportRow, modified: string): StixObject {
  const { id, title, publisher, author, language, url, published, ingestedAt } = document;
  return object("report", id, modified, {
    name: title || id,
    // STIX knows no report without a time of publication; where none is known it is when Actant read it.
    published: published ? `${published}T00:00:00.000Z` : ingestedAt,
    object_refs: [...relations].map((relation) => stixId("relationship", relation)),
    ...(url ? { external_references: [{ source_name: publisher || "source", url, external_id: id }] } : {}),
    ...extended({
      actant_id: id,
      language,
      ...(publisher ? { publisher } : {}),
      ...(author ? { author } : {}),
      ...(published ? {} : { publication_unknown: true }),
    }),
  });
}
