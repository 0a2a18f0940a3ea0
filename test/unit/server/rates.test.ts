import { describe, expect, it } from "vitest";
import { clientOf, Rates } from "../../../server/http/rates.ts";

const rates = () =>
  new Rates({
    near: { requests: 5, seconds: 60 },
    far: { requests: 2, seconds: 60 },
    tokens: { requests: 1, seconds: 60 },
  });

describe("rates", () => {
  it("count each client by itself, and say the limit", async () => {
    const counted = rates();
    for (const _ of [1, 2]) expect(await counted.request("a", false)).toBeUndefined();
    expect(await counted.request("a", false)).toEqual({
      message: expect.stringContaining("More than 2 requests in 60 seconds"),
      seconds: 60,
    });
    expect(await counted.request("b", false)).toBeUndefined();
  });

  it("are generous with this machine", async () => {
    const counted = rates();
    for (const _ of [1, 2, 3, 4, 5]) expect(await counted.request("127.0.0.1", true)).toBeUndefined();
    expect(await counted.request("127.0.0.1", true)).toBeDefined();
  });

  it("count wrong tokens alone", async () => {
    const counted = rates();
    expect(await counted.tokens("a")).toBeUndefined();
    await counted.wrongToken("a");
    expect(await counted.tokens("a")).toMatchObject({
      message: expect.stringContaining("the limit is 1 in 60 seconds"),
    });
    expect(await counted.tokens("b")).toBeUndefined();
  });
});

it("takes a network of IPv6 for one client", () => {
  expect(clientOf("2001:db8:1:2:3::1")).toBe(clientOf("2001:db8:1:2:ffff::9"));
  expect(clientOf("2001:db8:1:2::1")).not.toBe(clientOf("2001:db8:1:3::1"));
  expect(clientOf("::ffff:192.0.2.1")).toBe(clientOf("192.0.2.1"));
  expect([clientOf(undefined), clientOf("nonsense")]).toEqual(["unknown", "unknown"]);
});
