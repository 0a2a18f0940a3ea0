import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findFiles } from "../../../server/loading/files.ts";
import { linesOf } from "../../../server/loading/lines.ts";
import { mapInOrder } from "../../../server/loading/read.ts";
import { NOTHING_BUT_FILES, sourcesOf } from "../../../server/loading/sources.ts";
import { packed, type Part, unpack } from "../../../server/loading/unpack.ts";

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function* chunked(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

describe("linesOf", () => {
  it.each([1, 2, 3, 7, 100])("splits the same with chunks of %i bytes", async (size) => {
    const lines = await collect(linesOf(chunked("eins\n\nzwei ü\nlast", size)));
    expect(lines.map(({ number, bytes }) => [number, bytes?.toString()])).toEqual([
      [1, "eins"],
      [2, ""],
      [3, "zwei ü"],
      [4, "last"],
    ]);
  });

  it("makes no line of a last line end", async () => {
    expect(await collect(linesOf(chunked("a\n", 10)))).toHaveLength(1);
    expect(await collect(linesOf(chunked("", 10)))).toHaveLength(0);
  });
});

describe("mapInOrder", () => {
  async function* numbers(count: number) {
    for (let i = 0; i < count; i++) yield i;
  }

  it("keeps the order and never has more under way than told", async () => {
    let underWay = 0;
    let most = 0;
    const slowFirst = async (i: number) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, i % 3 === 0 ? 8 : 1));
      underWay -= 1;
      return i * 10;
    };
    expect(await collect(mapInOrder(numbers(20), 4, slowFirst))).toEqual([...Array(20).keys()].map((i) => i * 10));
    expect(most).toBe(4);
  });

  it("throws the first failure in its turn, after what came before it", async () => {
    const seen: number[] = [];
    const run = async () => {
      const fails = async (i: number) => (i >= 3 ? Promise.reject(new Error(`at ${i}`)) : i);
      for await (const i of mapInOrder(numbers(10), 5, fails)) seen.push(i);
    };
    await expect(run()).rejects.toThrow("at 3");
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe("files and sources", () => {
  let folder: string;
  const good = JSON.stringify({ text: "A meets B.", sentences: [{ start: 0, end: 10 }] });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "actant-sources-"));
    await mkdir(join(folder, "deep", ".hidden"), { recursive: true });
    await mkdir(join(folder, "void"));
    await writeFile(join(folder, "b.md"), "# B");
    await writeFile(join(folder, "a.txt"), "A");
    await writeFile(join(folder, "deep", "c.TXT"), "C");
    await writeFile(join(folder, "deep", ".hidden", "d.txt"), "D");
    await writeFile(join(folder, "photo.jpg"), "not for folders");
    await writeFile(join(folder, "empty.txt"), "");
    await symlink("loop.txt", join(folder, "loop.txt"));
    await writeFile(join(folder, "lines.jsonl"), `${good}\n\n{"text":\n${good.replace("10", "99")}\n${good}`);
  });

  const open = () => Promise.reject(new Error("nothing here needs to be taken apart"));
  const sources = async (paths: string[], input = chunked("", 1)): Promise<Part[]> => {
    const files = await findFiles(paths.map((path) => (path === "-" ? path : join(folder, path))));
    const parts: Part[] = [];
    for await (const source of sourcesOf(files, { ...NOTHING_BUT_FILES, input })) {
      if ("file" in source) parts.push(...(await collect(unpack(packed(source.where, source.file), open))));
      else parts.push(source);
    }
    return parts;
  };
  const told = (part: Part) =>
    "text" in part ? part.text.text : "document" in part ? part.document.text : part.problem;

  it("searches folders by name, and tells what cannot be read without stopping", async () => {
    const found = await sources(["."]);
    expect(found.map((source) => [basename(source.where), told(source)])).toEqual([
      ["a.txt", "A"],
      ["b.md", "# B"],
      ["c.TXT", "C"],
      ["empty.txt", "is empty"],
      ["lines.jsonl:1", "A meets B."],
      ["lines.jsonl:3", expect.stringContaining("is not JSON")],
      ["lines.jsonl:4", expect.stringContaining("is not a part of the text")],
      ["lines.jsonl:5", "A meets B."],
      ["loop.txt", "is a link that leads to itself"],
    ]);
  });

  it("reads a file that is named whatever its name, and names the path that leads nowhere", async () => {
    const found = await sources(["photo.jpg", "nothing.txt", "void"]);
    expect(found.map(told)).toEqual([
      "not for folders",
      "there is no such file or folder",
      expect.stringMatching(/^holds no file with a name that ends in \.txt, .*\.zip/),
    ]);
  });

  it("tells a text by its last part of the path", async () => {
    expect(await sources(["deep/c.TXT"])).toMatchObject([{ text: { source: "c.TXT" } }]);
  });

  it.each([1, 5, 1000])("takes standard input as a text or as JSON Lines (chunks of %i)", async (size) => {
    expect((await sources(["-"], chunked("Iran backs it.", size))).map(told)).toEqual(["Iran backs it."]);
    expect((await sources(["-"], chunked("", size))).map(told)).toEqual(["is empty"]);
    expect((await sources(["-"], chunked(`${good}\nx`, size))).map(told)).toEqual([
      "A meets B.",
      expect.stringContaining("is not JSON"),
    ]);
  });
});
