/** Documents whole, as they were written. */
import type { DocumentId, EntityId } from "../../../schema/ids.ts";
import type { DocumentEntity, ReadDocument, Span } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import type { Connection } from "./connection.ts";
import { sentencesOf } from "./documents.ts";
import { type AssertionRow, DOCUMENT, type DocumentRow, toDocumentAssertion, toProvenance } from "./rows.ts";

/** A document with its row. */
export interface WholeDocument {
  readonly row: number;
  readonly document: ReadDocument;
}

/** The first document whose id comes after one, or undefined at the end. */
export function documentAfter(sql: Connection, id: DocumentId | ""): WholeDocument | undefined {
  const row = sql.get<DocumentRow>(`${DOCUMENT} WHERE d.key > ? ORDER BY d.key LIMIT 1`, id);
  return row && whole(sql, row);
}

/** One document whole. */
export function wholeDocument(sql: Connection, id: DocumentId): WholeDocument | undefined {
  const row = sql.get<DocumentRow>(`${DOCUMENT} WHERE d.key = ?`, id);
  return row && whole(sql, row);
}

function whole(sql: Connection, row: DocumentRow): WholeDocument {
  const { text } = sql.get<{ text: string }>("SELECT text FROM document_text WHERE document = ?", row.row)!;
  const document: ReadDocument = {
    ...toProvenance(row),
    text,
    sentences: sentencesOf(sql, row.row),
    entities: entitiesOf(sql, row.row),
    assertions: assertionsOf(sql, row.row),
  };
  return { row: row.row, document };
}

interface AppearanceRow {
  readonly row: number;
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  readonly aliases: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function entitiesOf(sql: Connection, document: number): DocumentEntity[] {
  const rows = sql.all<AppearanceRow>(
    `SELECT e.id AS row, e.key AS id, e.name, e.kind, h.aliases, h.country, h.latitude, h.longitude
     FROM appearance h JOIN entity e ON e.id = h.entity WHERE h.document = ? ORDER BY h.place`,
    document,
  );
  const mentions = new Map<number, Span[]>(rows.map(({ row }) => [row, []]));
  for (const { entity, start, end } of sql.all<Span & { readonly entity: number }>(
    "SELECT entity, start, end FROM mention WHERE document = ? ORDER BY start, end",
    document,
  )) {
    mentions.get(entity)!.push({ start, end });
  }
  return rows.map(({ row, id, name, kind, aliases, country, latitude, longitude }) => ({
    id,
    name,
    kind,
    aliases: JSON.parse(aliases) as string[],
    ...(country === null ? {} : { country }),
    ...(latitude === null ? {} : { latitude }),
    ...(longitude === null ? {} : { longitude }),
    mentions: mentions.get(row)!,
  }));
}

function assertionsOf(sql: Connection, document: number) {
  const rows = sql.all<AssertionRow>(
    `SELECT s.key AS subject, r.type, o.key AS object, a.start, a.end, a.trigger, a.subject_mention, a.object_mention,
       a.status, p.name AS speaker, a.date, a.confidence, x.name AS extractor
     FROM assertion a CROSS JOIN relation r ON r.id = a.relation CROSS JOIN entity s ON s.id = r.subject
       CROSS JOIN entity o ON o.id = r.object CROSS JOIN extractor x ON x.id = a.extractor
       LEFT JOIN speaker p ON p.id = a.speaker
     WHERE a.document = ? ORDER BY a.id`,
    document,
  );
  return rows.map(toDocumentAssertion);
}
