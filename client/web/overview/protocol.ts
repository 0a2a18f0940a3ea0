/** What the page and the overview's worker say to each other. */
import type { RelationFilterInput } from "../data/graphql.ts";
import type { EntityKind, QuadClass } from "../../../schema/ontology.ts";
import type { Point } from "../state/view.ts";
import type { Size } from "./camera.ts";

/** The colours of the theme that holds, as a canvas can paint them. */
export interface Inks {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  readonly faint: string;
  readonly kinds: Readonly<Record<EntityKind, string>>;
  readonly quads: Readonly<Record<QuadClass, string>>;
  readonly communities: readonly string[];
}

/** A mark under the pointer. */
export interface Hit {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly degree: number;
  /** The name of the group that it belongs to, if groups are coloured. */
  readonly community: string | undefined;
  readonly at: Point;
}

/** What was painted, in figures. */
export interface Painted {
  readonly entities: number;
  readonly relations: number;
  readonly totalEntities: number;
  readonly totalRelations: number;
  readonly communities: readonly { readonly name: string; readonly size: number }[];
  /** Milliseconds from the server's answer to the first painted frame. */
  readonly took: number;
}

/** By what marks are coloured. */
export type ColourBy = "kind" | "community";

export type ToWorker =
  | {
      readonly say: "open";
      readonly canvas: OffscreenCanvas;
      readonly size: Size;
      readonly ratio: number;
      readonly inks: Inks;
    }
  | { readonly say: "ask"; readonly filter: RelationFilterInput | null; readonly off: readonly EntityKind[] }
  | { readonly say: "size"; readonly size: Size; readonly ratio: number }
  | { readonly say: "inks"; readonly inks: Inks }
  | { readonly say: "pan"; readonly dx: number; readonly dy: number }
  | { readonly say: "zoom"; readonly factor: number; readonly at: Point }
  | { readonly say: "fit" }
  | { readonly say: "community"; readonly index: number }
  | { readonly say: "colour"; readonly by: ColourBy }
  | { readonly say: "mark"; readonly held: readonly string[]; readonly selected: readonly string[] }
  | { readonly say: "point"; readonly at: Point | undefined }
  | { readonly say: "press"; readonly at: Point }
  | { readonly say: "lasso"; readonly points: readonly Point[] }
  | { readonly say: "catch"; readonly points: readonly Point[] };

export type FromWorker =
  | ({ readonly say: "painted" } & Painted)
  | { readonly say: "failed"; readonly message: string; readonly lost: boolean }
  | { readonly say: "pointed"; readonly hit: Hit | undefined }
  | { readonly say: "pressed"; readonly hit: Hit | undefined }
  | { readonly say: "caught"; readonly ids: readonly string[]; readonly total: number };
