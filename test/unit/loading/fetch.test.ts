import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchFile, isPublic } from "../../../server/loading/fetch.ts";

let server: Server;
let url: string;
const pages: Record<string, RequestListener> = {
  "/page": (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=koi8-r" }).end("<p>Iran</p>"),
  "/report": (_, response) => response.writeHead(200, { "Content-Type": "application/pdf" }).end("%PDF-1.4"),
  "/a%20b.txt": (_, response) => response.writeHead(200, { "Content-Type": "text/plain" }).end("Iran"),
  "/packed": (_, response) =>
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Encoding": "gzip" }).end(gzipSync("Iran")),
  "/bomb": (_, response) =>
    response
      .writeHead(200, { "Content-Type": "text/plain", "Content-Encoding": "gzip" })
      .end(gzipSync(Buffer.alloc(60_000_000))),
  "/moved": (_, response) => response.writeHead(302, { Location: "/page" }).end(),
  "/round": (_, response) => response.writeHead(302, { Location: "/round" }).end(),
  "/out": (_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
  "/film": (_, response) => response.writeHead(200, { "Content-Type": "video/mp4" }).end("x"),
  "/long": (_, response) =>
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": "90000000" }).end(),
  "/never": () => {},
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    if (page) page(request, response);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const near = (path: string) => fetchFile(`${url}${path}`, { allowPrivate: true, seconds: 2 });

describe("fetchFile", () => {
  it.each([
    ["/page", { name: "page.html", encoding: "koi8-r" }],
    ["/report", { name: "report.pdf" }],
    ["/a%20b.txt", { name: "a b.txt" }],
    ["/packed", { name: "packed.txt", bytes: Buffer.from("Iran") }],
  ])("gives what %s leads to, under a name that tells its format", async (path, file) => {
    expect(await near(path)).toMatchObject({ ...file, otherwise: { url: `${url}${path}` } });
  });

  it("follows where a page has moved, and tells where it ended", async () => {
    expect(await near("/moved")).toMatchObject({ name: "page.html", otherwise: { url: `${url}/page` } });
  });

  it.each([
    ["/round", /leads on more than 5 times/],
    ["/out", /leads to file:/],
    ["/film", /is video\/mp4, which is not read/],
    ["/long", /more than 50000000 bytes/],
    ["/bomb", /more than 50000000 bytes/],
    ["/none", /status 404/],
    ["/never", /did not answer in time|could not be fetched/],
  ])("refuses %s", async (path, message) => {
    await expect(near(path)).rejects.toThrow(message);
  });

  it.each([
    "http://127.0.0.1:1/",
    "http://localhost:1/",
    "http://[::1]:1/",
    "http://[::ffff:127.0.0.1]:1/",
    "http://0x7f000001:1/",
    "http://2130706433:1/",
    "http://10.1.2.3/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00::1]/",
    "http://0.0.0.0:1/",
  ])("does not ask %s unless that is meant", async (address) => {
    await expect(fetchFile(address, { allowPrivate: false, seconds: 5 })).rejects.toThrow(
      /private network.*--allow-private/,
    );
  });

  it("does not follow a public page to a private one", async () => {
    expect(["1.1.1.1", "2606:4700::1111"].map(isPublic)).toEqual([true, true]);
    expect(
      ["127.0.0.1", "192.168.0.1", "100.64.0.1", "224.0.0.1", "::", "fe80::1", "64:ff9b::a00:1", "x"].map(isPublic),
    ).not.toContain(true);
  });

  it("sends no names of users, and asks nothing but the web", async () => {
    await expect(fetchFile("http://user:secret@127.0.0.1/", { allowPrivate: true })).rejects.toThrow(/user's name/);
    await expect(fetchFile("ftp://example.org/", { allowPrivate: true })).rejects.toThrow(/not fetched/);
    await expect(fetchFile("https://", { allowPrivate: true })).rejects.toThrow(/no address/);
  });
});
