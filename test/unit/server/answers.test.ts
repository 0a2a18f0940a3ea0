import { describe, expect, it } from "vitest";
import { AnswerCache } from "../../../server/http/answer-cache.ts";
import { encodingFor, Prepared } from "../../../server/http/encoding.ts";
import { Freshness } from "../../../server/http/freshness.ts";
import { isHeld } from "../../../server/http/prepared.ts";
import type { StoreReader, Versions } from "../../../server/store/port.ts";

const bytes = (size: number) => Buffer.alloc(size, "actant ");

describe("answers in memory", () => {
  it("are of one version", () => {
    const cache = new AnswerCache(1_000_000);
    cache.hold("1", "a", bytes(10), "application/json");
    expect(cache.get("1", "a")?.type).toBe("application/json");
    expect(cache.get("2", "a")).toBeUndefined();
    expect(cache.get("1", "a")).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it("stay within their memory, the least lately asked for going first", () => {
    const cache = new AnswerCache(100_000);
    for (const key of "abcdefgh") cache.hold("1", key, bytes(11_000), "");
    expect(cache.get("1", "a")).toBeDefined();
    cache.hold("1", "i", bytes(11_000), "");
    expect(cache.get("1", "b")).toBeUndefined();
    expect(cache.get("1", "a")).toBeDefined();
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
  });

  it("count what they are compressed to", async () => {
    const cache = new AnswerCache(1_000_000);
    const { prepared } = cache.hold("1", "a", bytes(50_000), "");
    const before = cache.bytes;
    const { length } = (await prepared.encoded("gzip"))!;
    expect(cache.bytes).toBe(before + length);
    await prepared.encoded("gzip");
    expect(cache.bytes).toBe(before + length);
  });

  it("that are too large are given but not held", () => {
    const cache = new AnswerCache(100_000);
    expect(cache.hold("1", "a", bytes(50_000), "").prepared.bytes).toHaveLength(50_000);
    expect(cache.get("1", "a")).toBeUndefined();
  });
});

it.each([
  [undefined, undefined],
  ["", undefined],
  ["identity", undefined],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["br;q=0, gzip;q=0", undefined],
  ["*", "br"],
  ["*;q=0", undefined],
  ["GZIP", "gzip"],
  ["gzip;q=nonsense", undefined],
])("takes %o for %o", (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});

it("compresses nothing that would not be smaller", () => {
  expect(new Prepared(bytes(100)).encoded("br")).toBeUndefined();
});

it.each([
  ['W/"1"', true],
  ['"1"', true],
  ['"0", W/"1"', true],
  ["*", true],
  ['"2"', false],
  ["", false],
])("finds its tag in %s: %s", (header, held) => {
  expect(isHeld(header, 'W/"1"')).toBe(held);
});

describe("the present version", () => {
  it("is looked at once for all who ask in one moment, and anew for who asks later", async () => {
    let [looks, version] = [0, 1];
    const versions = async (): Promise<Versions> => {
      looks += 1;
      const layoutVersion = 0;
      return { version, layoutVersion, recordVersion: 0 };
    };
    const freshness = new Freshness({ versions } as StoreReader);
    const [first, second] = await Promise.all([freshness.now(), freshness.now()]);
    expect([first, second, looks]).toEqual(["1.0.0", "1.0.0", 1]);
    version = 2;
    expect(await freshness.now()).toBe("2.0.0");
  });

  it("is found after a look that failed", async () => {
    let fails = true;
    const versions = async (): Promise<Versions> => {
      if (fails) throw new Error("out of reach");
      return { version: 3, layoutVersion: 2, recordVersion: 1 };
    };
    const freshness = new Freshness({ versions } as StoreReader);
    await expect(freshness.now()).rejects.toThrow("out of reach");
    fails = false;
    expect(await freshness.now()).toBe("3.2.1");
  });
});
