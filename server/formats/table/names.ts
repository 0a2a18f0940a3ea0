/** What names in a table mean. */
import type { DocumentEntity } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";

/** An actor, place or event that is known by a name. */
export type Known = Pick<DocumentEntity, "kind" | "name" | "country" | "latitude" | "longitude">;

/** Whom a name means, of this kind where one is given; undefined where nobody is known by it. */
export type KnownName = (name: string, kind?: EntityKind) => Known | undefined;
