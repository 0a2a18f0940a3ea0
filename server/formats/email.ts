/** Mails: subject, sender and date, the text, and every attachment as a file of its own. */
import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { parseHTML } from "linkedom";
import { type File, type Found, FormatError, MAX_FILE_BYTES, type Opened, provenanceOf } from "./file.ts";
import { EXTENSIONS, extensionOf } from "./format.ts";
import { type PageNode, textBelow } from "./html/blocks.ts";
import { dayOf, lineOf } from "./values.ts";

const MOST_ATTACHMENTS = 200;
/** Parts within parts, as forwarding a forwarded mail makes them; deeper ones are an attack on the parser's stack. */
const DEEPEST = 50;

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST, forceRfc822Attachments: true });
  } catch (error) {
    throw new FormatError(`is damaged or is no mail (${(error as Error).message})`, { cause: error });
  }
}

const senderOf = (from: Address | undefined): string | undefined => lineOf(from?.name || from?.address || "");

/** The day as the sender's clock had it. */
const dateOf = ({ headers }: Email): string | undefined => dayOf(headers.find(({ key }) => key === "date")?.value);

/** The plain text where there is one; both say the same, and the plain one says it as it was typed. */
function bodyOf({ text, html }: Email): string {
  if (text?.trim()) return text.replaceAll("\r\n", "\n").trimEnd();
  if (!html?.trim()) return "";
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return textBelow(document.body as unknown as PageNode);
}

function attachmentOf(attachment: Attachment, index: number): Opened {
  const { content, filename, mimeType } = attachment;
  const name =
    lineOf(filename ?? "") ?? (mimeType === "message/rfc822" ? `mail ${index + 1}.eml` : `part ${index + 1}`);
  const where = `/${name.replaceAll(/[\\/]/g, "_")}`;
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  if (bytes.length > MAX_FILE_BYTES)
    return { where, problem: `has ${bytes.length} bytes; one may have ${MAX_FILE_BYTES}` };
  return { where, file: { name, bytes } };
}

/** Pictures in signatures and the like are no documents, and are passed over in silence. */
const isDocument = ({ filename, mimeType, related }: Attachment): boolean =>
  mimeType === "message/rfc822" || (!related && Object.hasOwn(EXTENSIONS, extensionOf(filename ?? "")));

/** Takes a mail apart. */
export async function openEmail(file: File): Promise<Opened[]> {
  const email = await parse(file.bytes);
  const attached = (email.attachments ?? []).filter(isDocument);
  const text = bodyOf(email);
  if (text === "" && attached.length === 0) throw new FormatError("is a mail without text");
  const found: Found = { title: lineOf(email.subject ?? ""), author: senderOf(email.from), published: dateOf(email) };
  const files = attached.slice(0, MOST_ATTACHMENTS).map(attachmentOf);
  const left = attached.length - files.length;
  const notes = left > 0 ? [`has ${attached.length} attachments; the last ${left} were not read`] : [];
  const body = { where: "", text: { source: file.name, text, given: provenanceOf(file, found) }, notes };
  return text === "" ? files : [body, ...files];
}
