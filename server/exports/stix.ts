/** A bundle of STIX 2.1: entities, edges as relationships, documents as reports. */
import { randomUUID } from "node:crypto";
import { edgeRows, entityRows, reportRows, type Source } from "./rows.ts";
import { entityObject, preface, relationshipObject, reportObject, type StixObject } from "./stix-objects.ts";

const written = (objects: readonly StixObject[]) => objects.map((object) => `,\n${JSON.stringify(object)}`).join("");

/** The graph as a bundle of STIX 2.1. */
export async function* stix(source: Source): AsyncGenerator<string> {
  const now = new Date().toISOString();
  yield `{"type":"bundle","id":"bundle--${randomUUID()}","objects":[\n`;
  yield written(preface(now)).slice(2);
  for await (const entities of entityRows(source)) yield written(entities.map((entity) => entityObject(entity, now)));
  for await (const edges of edgeRows(source)) yield written(edges.map((edge) => relationshipObject(edge, now)));
  for await (const reports of reportRows(source)) yield written(reports.map((report) => reportObject(report, now)));
  yield "\n]}\n";
}
