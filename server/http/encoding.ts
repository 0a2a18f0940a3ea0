/** Which compression an asker takes, and bytes compressed once for all who take the same. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

const MOST_REMEMBERED = 500;
const remembered = new Map<string, Encoding | undefined>();

function weigh(header: string): Encoding | undefined {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith("q="));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  const weight = (encoding: Encoding) => weights.get(encoding) ?? weights.get("*") ?? 0;
  const [br, gzip] = [weight("br"), weight("gzip")];
  if (br <= 0 && gzip <= 0) return undefined;
  return br >= gzip ? "br" : "gzip";
}

/** The compression to use for an `Accept-Encoding` header, if any. */
export function encodingFor(header: string | string[] | undefined): Encoding | undefined {
  if (typeof header !== "string" || header.length > 200) return undefined;
  if (remembered.has(header)) return remembered.get(header);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const encoding = weigh(header);
  remembered.set(header, encoding);
  return encoding;
}

/** What is smaller gains nothing. */
const LEAST_BYTES = 1_024;

const compressors = {
  gzip: promisify(gzip) as (bytes: Uint8Array) => Promise<Buffer>,
  br: (bytes: Uint8Array, quality: number) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
};

/** Brotli's quality for what is compressed while somebody waits; 11 is the highest. */
const QUICK = 4;

/** The bytes in an encoding; undefined where it would not pay. */
export const compress = (bytes: Uint8Array, encoding: Encoding, quality = QUICK): Promise<Uint8Array> | undefined =>
  bytes.length < LEAST_BYTES ? undefined : compressors[encoding](bytes, quality);

/** Bytes that are sent again and again, compressed when first asked for so. */
export class Prepared {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly #quality: number;
  readonly #made = new Map<Encoding, Promise<Uint8Array>>();
  #grown: ((bytes: number) => void) | undefined;

  /** `quality` is brotli's. `label` stands first in the tag. */
  constructor(bytes: Uint8Array, { quality = QUICK, label = "" } = {}) {
    this.bytes = bytes;
    const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    // Weak: one tag for the same content however it is compressed.
    this.etag = `W/"${label}${hash}"`;
    this.#quality = quality;
  }

  /** Tells `grown` of the bytes that come to be held besides the plain ones. */
  watch(grown: (bytes: number) => void): void {
    this.#grown = grown;
  }

  /** The bytes in an encoding; undefined where it would not pay. */
  encoded(encoding: Encoding): Promise<Uint8Array> | undefined {
    const known = this.#made.get(encoding);
    if (known) return known;
    const making = compress(this.bytes, encoding, this.#quality);
    if (!making) return undefined;
    this.#made.set(encoding, making);
    void making.then(({ length }) => this.#grown?.(length));
    return making;
  }
}
