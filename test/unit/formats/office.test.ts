import { describe, expect, it } from "vitest";
import { docxOf } from "./made.ts";
import { partsOf, problemOf, textOf } from "./open.ts";

const paragraph = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`;

describe("A Word document", () => {
  it("gives headings, paragraphs, tables and lists as text, and what its properties say", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("Day")}${cell("Strikes")}</w:tr><w:tr>${cell("Monday")}${cell("3")}</w:tr></w:tbl>`;
    const body = `${paragraph("Arms for the Houthis", "Heading1")}${paragraph("Iran arms the Houthis &amp; others.")}${table}${paragraph("Tehran denies it.")}`;
    const core =
      "<dc:title>Arms in the Gulf</dc:title><dc:creator>R. Haddad</dc:creator><dcterms:modified>2024-02-10T12:00:00Z</dcterms:modified><dc:language>en-GB</dc:language>";
    const { text, given } = await textOf("a.docx", docxOf(body, core, { "word/styles.xml": STYLES }));
    expect(text.split("\n\n")).toEqual([
      "Arms for the Houthis",
      "Iran arms the Houthis & others.",
      "Day | Strikes",
      "Monday | 3",
      "Tehran denies it.",
    ]);
    expect(given).toEqual({
      title: "Arms in the Gulf",
      author: "R. Haddad",
      published: "2024-02-10",
      language: "en-GB",
    });
  });

  it("follows no reference out of itself", async () => {
    const declared =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const xml = `<?xml version="1.0"?>${declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph("Iran &b; &f;")}</w:body></w:document>`;
    const core = "<dc:title>&f;</dc:title>";
    const parts = await partsOf("a.docx", docxOf("", core, { "word/document.xml": xml }));
    expect(JSON.stringify(parts)).not.toMatch(/root:|aaaaaaaaaa/);
  });

  it("without text is refused", async () => {
    expect(await problemOf("a.docx", docxOf("<w:p/>"))).toMatch(/no text/);
    expect(await problemOf("a.docx", docxOf("", "", { "word/document.xml": "not xml" }))).toMatch(/damaged|no text/);
  });
});

const HEAD =
  "From: R. Haddad <r@desk.example>\r\nTo: desk@desk.example\r\nSubject: =?utf-8?Q?Strike_in_Z=C3=BCrich?=\r\nDate: Mon, 30 Sep 2024 23:30:00 -0400\r\nMessage-ID: <1@desk.example>\r\nMIME-Version: 1.0\r\n";

describe("A mail", () => {
  it("gives its text, its subject as title, its sender and its day", async () => {
    const mail = `${HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIran condemned Isra=EBl.\r\n\r\nMore to come.\r\n`;
    expect(await textOf("a.eml", mail)).toMatchObject({
      text: "Iran condemned Israël.\n\nMore to come.",
      given: { title: "Strike in Zürich", author: "R. Haddad", published: "2024-09-30" },
    });
  });

  it("of HTML alone gives what a reader sees", async () => {
    const mail = `${HEAD}Content-Type: text/html\r\n\r\n<p>Iran condemned <b>Israel</b>.</p><script>x</script><p>More.</p>`;
    expect((await textOf("mail.txt", mail)).text).toBe("Iran condemned Israel.\n\nMore.");
  });

  it("has its attachments read as documents of their own, mails in it as well", async () => {
    const inner =
      "Subject: Inner\r\nFrom: a@b.example\r\nMessage-ID: <2@x>\r\nMIME-Version: 1.0\r\nDate: Tue, 1 Oct 2024 08:00:00 +0000\r\n\r\nOman hosted talks.\r\n";
    const docx = docxOf(paragraph("Israel struck Syria.")).toString("base64");
    const part = (head: string, body: string) => `--x\r\n${head}\r\n\r\n${body}\r\n`;
    const mail = [
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n`,
      part("Content-Type: text/plain", "See below."),
      part(
        'Content-Type: application/octet-stream; name="../b.docx"\r\nContent-Disposition: attachment; filename="../b.docx"\r\nContent-Transfer-Encoding: base64',
        docx,
      ),
      part("Content-Type: message/rfc822\r\nContent-Disposition: attachment", inner),
      part('Content-Type: image/png; name="logo.png"\r\nContent-Disposition: inline; filename="logo.png"', "x"),
      "--x--\r\n",
    ].join("");
    const parts = await partsOf("a.eml", mail);
    expect(parts.map((found) => ("text" in found ? [found.where, found.text.text] : found))).toEqual([
      ["a.eml", "See below."],
      ["a.eml/.._b.docx", "Israel struck Syria."],
      [expect.stringMatching(/^a\.eml\/mail/), "Oman hosted talks."],
    ]);
  });

  it("whose parts nest without end, or that has no text, is refused", async () => {
    let mail = HEAD;
    for (let i = 0; i < 3_000; i++) mail += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`;
    expect(await problemOf("a.eml", mail)).toMatch(/damaged|without text/);
    expect(await problemOf("a.eml", `${HEAD}\r\n\r\n`)).toMatch(/without text/);
  });
});
