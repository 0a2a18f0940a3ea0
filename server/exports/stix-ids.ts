/** STIX ids: UUIDs made of Actant's ids (RFC 9562, version 5), so that the same thing has the same id in every export. */
import { createHash } from "node:crypto";

/** Actant's own namespace. */
const NAMESPACE = Buffer.from("6b7f0c3e4a5d4f0e9c1b2d8a7e6f5a41", "hex");

function uuid(name: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The STIX id of something, by its type in STIX and its id in Actant. */
export const stixId = (type: string, id: string): string => `${type}--${uuid(id)}`;
