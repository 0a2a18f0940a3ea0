import { describe, expect, it } from "vitest";
import { judge } from "../../../server/http/guard.ts";

const ask = (headers: Record<string, string>, method = "POST") => ({ method, headers });
const local = { host: "127.0.0.1", token: undefined, readToken: undefined };
const open = { host: "0.0.0.0", token: "secret", readToken: undefined };
const closed = { ...open, readToken: "reading" };
const allowed = { mayWrite: true };
const refused = { refused: expect.any(String), status: 403, triedToken: false };
const basic = (password: string) => `Basic ${Buffer.from(`anyone:${password}`).toString("base64")}`;

describe("on loopback", () => {
  it.each([
    ["a program", { host: "127.0.0.1:4000" }],
    ["the page itself", { host: "localhost:4000", origin: "http://localhost:4000", "sec-fetch-site": "same-origin" }],
    ["IPv6", { host: "[::1]:4000", origin: "http://[::1]:4000" }],
    ["a tunnel from another port", { host: "localhost:8080", origin: "http://localhost:8080" }],
  ])("lets %s write", (_, headers) => {
    expect(judge(ask(headers), local)).toEqual(allowed);
  });

  it.each([
    ["another name for this machine (DNS rebinding)", { host: "evil.example:4000" }],
    ["a name that begins like loopback", { host: "127.0.0.1.evil.example" }],
    ["no Host at all", {}],
    ["a page elsewhere", { host: "localhost:4000", origin: "http://evil.example" }],
    ["a page of another port", { host: "localhost:4000", origin: "http://localhost:3000" }],
    ["a page of the other loopback name", { host: "localhost:4000", origin: "http://127.0.0.1:4000" }],
    ["a sandboxed page", { host: "localhost:4000", origin: "null" }],
    ["a page that hides its origin", { host: "localhost:4000", "sec-fetch-site": "cross-site" }],
    ["https of the same name", { host: "localhost:4000", origin: "https://localhost:4000" }],
  ])("refuses %s", (_, headers: Record<string, string>) => {
    expect(judge(ask(headers), local)).toEqual(refused);
  });

  it("follows a link from elsewhere, but answers no script of another site", () => {
    const elsewhere = { host: "localhost:4000", "sec-fetch-site": "cross-site" };
    expect(judge(ask({ ...elsewhere, "sec-fetch-mode": "navigate" }, "GET"), local)).toEqual(allowed);
    expect(judge(ask({ ...elsewhere, "sec-fetch-mode": "no-cors" }, "GET"), local)).toEqual(refused);
    expect(judge(ask({ ...elsewhere, "sec-fetch-mode": "navigate" }, "POST"), local)).toEqual(refused);
  });

  it("refuses a foreign Host even with the token", () => {
    const headers = { host: "evil.example", authorization: "Bearer secret" };
    expect(judge(ask(headers), { ...local, token: "secret" })).toEqual(refused);
  });
});

describe("on other addresses", () => {
  const from = (headers: Record<string, string>) => ask({ host: "actant.example", ...headers });

  it.each([
    [{}, false],
    [{ authorization: "Bearer secret" }, true],
    [{ authorization: "bearer secret" }, true],
    [{ authorization: basic("secret") }, true],
  ])("with %o may write: %s", (headers: Record<string, string>, mayWrite) => {
    expect(judge(from(headers), open)).toEqual({ mayWrite });
  });

  it.each(["Bearer secre", "Bearer secrets", "Bearer", "Basic secret", "secret", basic(""), basic("secre")])(
    "says of %o that it is no token",
    (authorization) => {
      const wrong = { refused: expect.any(String), status: 401, triedToken: true };
      expect(judge(from({ authorization }), open)).toEqual(wrong);
      expect(judge(from({ authorization }), closed)).toEqual(wrong);
    },
  );

  it("asks for a token to read where there is one, and takes either", () => {
    expect(judge(from({}), closed)).toMatchObject({ status: 401, triedToken: false });
    expect(judge(from({ authorization: "Bearer reading" }), closed)).toEqual({ mayWrite: false });
    expect(judge(from({ authorization: basic("reading") }), closed)).toEqual({ mayWrite: false });
    expect(judge(from({ authorization: "Bearer secret" }), closed)).toEqual({ mayWrite: true });
    expect(judge(from({ authorization: "Bearer reading" }), open)).toMatchObject({ status: 401 });
  });

  it("keeps the token that a browser remembers from pages of other origins", () => {
    const authorization = basic("secret");
    expect(judge(from({ authorization, origin: "https://evil.example" }), open)).toEqual(refused);
    expect(judge(from({ authorization, "sec-fetch-site": "cross-site" }), open)).toEqual(refused);
    expect(judge(from({ authorization, origin: "https://actant.example" }), open)).toEqual(allowed);
  });
});
