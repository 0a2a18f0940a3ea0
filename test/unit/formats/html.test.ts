import { describe, expect, it } from "vitest";
import { problemOf, textOf } from "./open.ts";

const ARTICLE = `<h1>Strike in Lebanon</h1>
  <p>Israel struck   Hezbollah in <a href="/lebanon">Lebanon</a> on Monday,<br>the Pentagon said, in what officials called a limited operation.</p>
  <h2>What is known</h2><ul><li>Two were killed.</li><li>The border is closed.</li></ul>
  <table><tr><th>Day</th><th>Strikes</th></tr><tr><td><p>Monday</p></td><td>3</td></tr></table>
  <p>Iran condemned Israel over the strike &amp; demanded a meeting of the United Nations Security Council, which is to be held this week.</p>
  <blockquote>We will answer, its foreign minister said, at a time and in a manner that we choose ourselves.</blockquote>`;
const page = (head: string, body = ARTICLE) =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
   <article>${body}</article><script>document.write("Iraq struck Iran.")</script><div hidden>Iraq struck Iran.</div>
   <footer>All rights reserved. Cookies.</footer></body></html>`;

describe("A page", () => {
  it("gives its article with blank lines between paragraphs, and nothing of what stands around it", async () => {
    const { text, notes } = await textOf("a.html", page("<title>Strike in Lebanon</title>"));
    expect(notes).toEqual([]);
    expect(text.split("\n\n")).toEqual([
      "Strike in Lebanon",
      "Israel struck Hezbollah in Lebanon on Monday,\nthe Pentagon said, in what officials called a limited operation.",
      "What is known",
      "- Two were killed.\n- The border is closed.",
      "Day | Strikes",
      "Monday | 3",
      "Iran condemned Israel over the strike & demanded a meeting of the United Nations Security Council, which is to be held this week.",
      "We will answer, its foreign minister said, at a time and in a manner that we choose ourselves.",
    ]);
  });

  const LD = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebPage", headline: "A site" },
      {
        "@type": ["NewsArticle"],
        headline: "Strike in Lebanon",
        datePublished: "2024-09-30T23:30:00-04:00",
        author: [{ name: "R. Haddad" }, { name: "L. Brandt" }],
        publisher: { name: "The Herald" },
        inLanguage: "en",
      },
    ],
  };
  it.each([
    [
      "JSON-LD",
      `<script type="application/ld+json">${JSON.stringify(LD)}</script>`,
      {
        title: "Strike in Lebanon",
        author: "R. Haddad, L. Brandt",
        publisher: "The Herald",
        published: "2024-09-30",
        language: "en",
      },
    ],
    [
      "broken JSON-LD and Open Graph",
      '<script type="application/ld+json">{"@type":</script><meta property="og:title" content="Strike in Lebanon | The Herald"><meta property="og:site_name" content="The Herald"><meta property="article:published_time" content="2024-09-30T08:00:00Z"><meta property="article:author" content="https://social.example/r"><meta name="author" content="By R. Haddad">',
      {
        title: "Strike in Lebanon",
        author: "R. Haddad",
        publisher: "The Herald",
        published: "2024-09-30",
        language: "en-GB",
      },
    ],
    [
      "Dublin Core",
      '<meta name="DC.title" content="Strike in Lebanon"><meta name="DC.creator" content="R. Haddad"><meta name="dc.date" content="2024-09-30"><meta name="dc.publisher" content="The Herald"><link rel="canonical" href="https://herald.example/strike">',
      {
        title: "Strike in Lebanon",
        author: "R. Haddad",
        publisher: "The Herald",
        published: "2024-09-30",
        url: "https://herald.example/strike",
        language: "en-GB",
      },
    ],
  ])("tells where it comes from by %s", async (_, head, given) => {
    expect((await textOf("a.html", page(head))).given).toEqual(given);
  });

  it("tells its day by <time> and its author by a byline, where it has no metadata", async () => {
    const body = `<span class="byline">By R. Haddad</span> <time datetime="2024-09-30T08:00">Monday</time>${ARTICLE}`;
    expect((await textOf("a.html", page("<title>x</title>", body))).given).toMatchObject({
      author: "R. Haddad",
      published: "2024-09-30",
    });
  });

  it("says what its bringer says rather than what it says, and its address where it says none", async () => {
    const more = { given: { publisher: "Our desk" }, otherwise: { url: "https://herald.example/x", publisher: "x" } };
    const { given } = await textOf("a.html", page('<meta property="og:site_name" content="The Herald">'), more);
    expect(given).toMatchObject({ publisher: "Our desk", url: "https://herald.example/x" });
  });

  it.each([
    ["by its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page("<title>Zürich</title>"), "utf16le")])],
    ["by <meta>", Buffer.from(page('<meta charset="iso-8859-1"><title>Zürich</title>'), "latin1")],
  ])("is decoded %s", async (_, bytes) => {
    expect((await textOf("a.html", bytes)).given?.title).toBe("Zürich");
  });

  it("is told by its content, whatever its name", async () => {
    expect((await textOf("page.txt", page("<title>x</title>"))).text).not.toContain("<p>");
    expect((await textOf("notes.txt", "Write <p> for a paragraph.")).text).toContain("<p>");
  });

  it("without an article is taken whole, and says so; without text it is refused", async () => {
    const { text, notes } = await textOf("a.html", "<html><body><p>Iran condemned Israel.</p></body></html>");
    expect(text).toBe("Iran condemned Israel.");
    expect(notes).toEqual([expect.stringContaining("whole page")]);
    expect(await problemOf("a.html", "<html><body><script>run()</script></body></html>")).toMatch(/no text.*script/);
  });

  it.each([
    ["nests without end", `${"<div>".repeat(20_000)}Iran condemned Israel.`],
    [
      "asks for files",
      '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; Iran condemned Israel.</p></body></html>',
    ],
    ["has attributes without end", `<html><body><p ${"a ".repeat(200_000)}>Iran condemned Israel.</p></body></html>`],
    ["is left open everywhere", `<html><body>${"<p><b><i><table><tr>".repeat(5_000)}Iran condemned Israel.`],
  ])("that %s is read or refused, and gives nothing of this machine", async (_, html) => {
    const told = await textOf("a.html", html).then(({ text }) => text, String);
    expect(told).not.toContain("root:");
    expect(told).toMatch(/Iran condemned Israel|problem/);
  });
});
