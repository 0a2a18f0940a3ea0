/** What is brought to be read, checked: the bytes, and what is said of them. */
import type { Provenance } from "../../schema/model.ts";
import { languageTag } from "../../schema/language.ts";
import { refusal } from "./refusal.ts";

/** What may be said of a document; a field may be null as well as absent. */
export type GivenInput = { readonly [Key in keyof Provenance]?: string | null } & { readonly name?: string | null };

const LONGEST = { name: 1_000, title: 1_000, publisher: 300, author: 300, url: 2_000, language: 35 } as const;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function checkLine(where: string, field: keyof typeof LONGEST, value: string): void {
  const most = LONGEST[field];
  if (value.length > most) throw refusal(`${where}.${field}: has ${value.length} characters; it may have ${most}.`);
  if (/[\p{Cc}\p{Cs}]/u.test(value)) throw refusal(`${where}.${field}: has a control character or half a character.`);
  if (field === "url" && !/^https?:\/\//i.test(value))
    throw refusal(`${where}.url: ${JSON.stringify(value)} does not begin with http:// or https://.`);
  if (field === "language" && languageTag(value) === undefined)
    throw refusal(`${where}.language: ${JSON.stringify(value)} is no tag of BCP 47; write it like en or ar.`);
}

/** What is said of a document, where it is anything. `where` is the argument, for messages. */
export function givenOf(where: string, input: GivenInput): Partial<Provenance> {
  for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
    const value = input[field];
    if (value) checkLine(where, field, value);
  }
  const { title, publisher, author, url, published, language } = input;
  const fields = Object.entries({ title, publisher, author, url, published, language });
  return Object.fromEntries(fields.filter(([, value]) => value != null && value.trim() !== ""));
}

/** The bytes that base64 stands for. */
export function bytesOf(where: string, base64: string): Uint8Array {
  const digits = base64.replaceAll(/\s/g, "");
  if (digits.length % 4 !== 0 || !BASE64.test(digits)) throw refusal(`${where}.base64: is not base64 (RFC 4648).`);
  return Buffer.from(digits, "base64");
}
