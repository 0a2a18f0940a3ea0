/** Resolvers of `Mutation`. */
import { type DocumentId, nodeKind } from "../../schema/ids.ts";
import type { Provenance, SourceText } from "../../schema/model.ts";
import { checkText, decodeText } from "../text.ts";
import type { Context } from "./context.ts";
import { refusal } from "./refusal.ts";

type Given = { readonly [Key in keyof Provenance]?: string | null };

interface DocumentInput extends Given {
  readonly text?: string | null;
  readonly base64?: string | null;
  readonly name?: string | null;
}

const LONGEST = { name: 1_000, title: 1_000, publisher: 300, author: 300, url: 2_000 } as const;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function checkLine(field: keyof typeof LONGEST, value: string): void {
  const most = LONGEST[field];
  if (value.length > most) throw refusal(`document.${field}: has ${value.length} characters; it may have ${most}.`);
  if (/[\p{Cc}\p{Cs}]/u.test(value)) throw refusal(`document.${field}: has a control character or half a character.`);
  if (field === "url" && !/^https?:\/\//i.test(value))
    throw refusal(`document.url: ${JSON.stringify(value)} does not begin with http:// or https://.`);
}

function textOf({ text, base64 }: DocumentInput): string {
  if ((text == null) === (base64 == null)) throw refusal("document: give either `text` or `base64`.");
  if (base64 == null) return checkText(text!);
  const digits = base64.replaceAll(/\s/g, "");
  if (digits.length % 4 !== 0 || !BASE64.test(digits)) throw refusal("document.base64: is not base64 (RFC 4648).");
  return decodeText(Buffer.from(digits, "base64")).text;
}

function givenOf({ title, publisher, author, url, published }: DocumentInput): Partial<Provenance> {
  const fields = Object.entries({ title, publisher, author, url, published });
  return Object.fromEntries(fields.filter(([, value]) => value != null && value.trim() !== ""));
}

function sourceOf(input: DocumentInput): SourceText {
  for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
    const value = input[field];
    if (value) checkLine(field, value);
  }
  return { source: input.name ?? "", text: textOf(input), given: givenOf(input) };
}

async function ingest(input: DocumentInput, { writer, reading, loaders }: Context) {
  const store = writer();
  const { document, notes } = await reading.read(sourceOf(input));
  const { id, ...result } = await store.write(document);
  return { ...result, notes, document: await loaders.document.load(id) };
}

/** Resolvers of `Mutation`. */
export const mutations = {
  ingest: (_: unknown, args: { document: DocumentInput }, context: Context) => ingest(args.document, context),
  removeDocument: (_: unknown, { id }: { id: string }, { writer }: Context) => {
    const store = writer();
    if (nodeKind(id) === "Document") return store.remove(id as DocumentId);
    throw refusal(`id: ${JSON.stringify(id.slice(0, 100))} is not the id of a document; take it from Document.id.`);
  },
};
