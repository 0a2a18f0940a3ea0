/** Putting a document in the place of itself, read anew. */
import { expect, it } from "vitest";
import { StoreError } from "../../server/store/port.ts";
import { documentOf, REPORTS } from "./documents.ts";
import { snapshot } from "./snapshot.ts";
import type { UnderTest } from "./store.ts";

const { arms, talks, militias } = REPORTS;

export function replacingIn({ store, wipe }: UnderTest): void {
  const readAt = (instant: string) => ({ ...arms, ingestedAt: instant });
  /** The same text, read by somebody who found less, and somebody else besides. */
  const anew = {
    ...readAt("2024-02-11T05:06:07Z"),
    entities: [
      ...arms.entities,
      ...documentOf({}, [{ text: "Qais al-Khazali" }]).entities.map((e) => ({ ...e, mentions: [] })),
    ],
    assertions: arms.assertions.slice(0, 1),
  };

  it("gives the store that the new reading alone would have given", async () => {
    for (const report of [readAt("2024-02-11T05:06:07Z"), talks, militias])
      await store().write({ ingestedAt: "2024-10-01T08:00:00Z", ...report });
    expect(await store().replace(anew)).toBe(true);
    const replaced = await snapshot(store());
    await wipe();
    for (const report of [anew, talks, militias])
      await store().write({ ingestedAt: "2024-10-01T08:00:00Z", ...report });
    expect(replaced).toEqual(await snapshot(store()));
  });

  it("changes nothing where the document is not there", async () => {
    await store().write(talks);
    const before = await snapshot(store());
    expect(await store().replace(arms)).toBe(false);
    expect(await snapshot(store())).toEqual(before);
  });

  it("keeps what was there where the new reading breaks an invariant", async () => {
    await store().write(arms);
    const before = await snapshot(store());
    const [first] = arms.assertions;
    await expect(store().replace({ ...arms, assertions: [first!, first!] })).rejects.toThrow(StoreError);
    expect(await snapshot(store())).toEqual(before);
  });

  it("can be done by several at once, while others write", async () => {
    const all = Object.values(REPORTS).map((report) => ({ ...report, ingestedAt: "2024-10-01T08:00:00Z" }));
    await Promise.all(all.map((report) => store().write(report)));
    const before = await snapshot(store());
    const done = await Promise.all([...all, ...all].map((report) => store().replace(report)));
    expect(done.every(Boolean)).toBe(true);
    expect(await snapshot(store())).toEqual(before);
  });
}
