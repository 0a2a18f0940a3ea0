import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watch } from "../../../server/loading/watch.ts";

describe("watch", () => {
  let folder: string;
  let dataFolder: string;
  let loaded: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "actant-watch-"));
    dataFolder = await mkdtemp(join(tmpdir(), "actant-watch-data-"));
    loaded = [];
  });
  afterEach(() => Promise.all([folder, dataFolder].map((path) => rm(path, { recursive: true, force: true }))));

  /** Watches while `work` is done; `fails` names what cannot be loaded. */
  async function watching(work: () => Promise<void>, { fails = "", pauseSeconds = 0.02 } = {}): Promise<void> {
    const controller = new AbortController();
    const load = async (path: string) => {
      if (basename(path) === fails) throw new Error("The store is out of reach.");
      loaded.push(basename(path));
    };
    const errors = { write: () => true };
    const options = { dataFolder, errors, load, signal: controller.signal, pauseSeconds };
    const done = watch(folder, options);
    await Promise.race([work(), done]).finally(() => controller.abort());
    await done;
  }

  const put = (name: string, content: string) => writeFile(join(folder, name), content);
  const untilLoaded = (names: readonly string[]) =>
    vi.waitFor(() => expect(loaded).toEqual(names), { timeout: 30_000 });
  const aWhile = () => new Promise<void>((resolve) => setTimeout(resolve, 300));

  it("reads what is there and what arrives, each once, and nothing of unknown names", async () => {
    await put("a.txt", "A");
    await watching(async () => {
      await untilLoaded(["a.txt"]);
      await put("b.md", "B");
      await put("picture.jpg", "x");
      await untilLoaded(["a.txt", "b.md"]);
      await aWhile();
    });
    expect(loaded).toEqual(["a.txt", "b.md"]);
  });

  it("waits for a file that is still being written", async () => {
    const write = async () => {
      for (let i = 1; i <= 10; i++) {
        await put("growing.txt", "more ".repeat(i));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await untilLoaded(["growing.txt"]);
      await aWhile();
    };
    await watching(write, { pauseSeconds: 1 });
    expect(loaded).toEqual(["growing.txt"]);
  });

  it("remembers over a restart, under another name, and with a line cut off", async () => {
    await put("a.txt", "A");
    await watching(() => untilLoaded(["a.txt"]));
    await put("copy.txt", "A");
    await put("new.txt", "N");
    await watching(async () => {
      await untilLoaded(["a.txt", "new.txt"]);
      await aWhile();
    });
    expect(loaded).toEqual(["a.txt", "new.txt"]);
  });

  it("reads a changed file again", async () => {
    await watching(async () => {
      await put("a.txt", "A");
      await untilLoaded(["a.txt"]);
      await put("a.txt", "A, corrected");
      await untilLoaded(["a.txt", "a.txt"]);
    });
  });

  it("does not take for read what could not be loaded", async () => {
    await put("a.txt", "A");
    await expect(watching(() => new Promise(() => {}), { fails: "a.txt" })).rejects.toThrow("out of reach");
    await watching(() => untilLoaded(["a.txt"]));
  });
});
