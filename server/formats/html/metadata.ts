/** What a page says of itself: JSON-LD, Open Graph, `article:*`, Dublin Core, and the habits of publishers. */
import type { Provenance } from "../../../schema/model.ts";
import type { Found } from "../file.ts";
import { dayOf, lineOf } from "../values.ts";

/** What of a document is needed here. */
export interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null; textContent: string | null } | null;
  querySelectorAll(
    selector: string,
  ): Iterable<{ getAttribute(name: string): string | null; readonly textContent: string | null }>;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const ARTICLE = /Article|Report|BlogPosting|WebPage|LiveBlog/;
const MOST_JSON = 1_000_000;
const MOST_NODES = 500;

/** Every object of a page's JSON-LD, graphs opened, articles before pages. */
function linkedData(page: Page): Json[] {
  const waiting: unknown[] = [];
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (!textContent || textContent.length > MOST_JSON) continue;
    try {
      waiting.push(JSON.parse(textContent));
    } catch {
      // Publishers' JSON is often broken; the other sources are asked.
    }
  }
  const objects: Json[] = [];
  while (waiting.length > 0 && objects.length < MOST_NODES) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_NODES));
    else if (isObject(next)) {
      objects.push(next);
      if (Array.isArray(next["@graph"])) waiting.push(next["@graph"]);
    }
  }
  const rank = (object: Json) => (/WebPage/.test(String(object["@type"])) ? 1 : 0);
  return objects.filter((object) => ARTICLE.test(String(object["@type"]))).sort((a, b) => rank(a) - rank(b));
}

/** A name out of a string, an object with one, or a list of either. */
function nameIn(value: unknown): string | undefined {
  if (typeof value === "string") return lineOf(value);
  if (Array.isArray(value)) {
    const names = value.slice(0, 20).map(nameIn);
    return lineOf([...new Set(names.filter((name) => name !== undefined))].join(", "));
  }
  return isObject(value) ? nameIn(value["name"]) : undefined;
}

const isAddress = (value: string | undefined): boolean => /^https?:\/\//i.test(value ?? "");
/** Some give a person's page where the name belongs. */
const person = (value: string | undefined): string | undefined =>
  value === undefined || isAddress(value) ? undefined : lineOf(value.replace(/^by[:\s]+/i, ""));
const address = (value: unknown): string | undefined =>
  typeof value === "string" && isAddress(value.trim()) ? value.trim().slice(0, 2_000) : undefined;

function fromLinkedData(page: Page): Found {
  const found: Found = {};
  for (const object of linkedData(page)) {
    const main = object["mainEntityOfPage"];
    found.title ??= nameIn(object["headline"]);
    found.author ??= person(nameIn(object["author"]));
    found.publisher ??= nameIn(object["publisher"]);
    found.published ??= dayOf(object["datePublished"]);
    found.language ??= nameIn(object["inLanguage"]);
    found.url ??= address(object["url"]) ?? address(isObject(main) ? main["@id"] : main);
  }
  return found;
}

/** The names under which `<meta>` gives each field, the most telling first. */
const META: Readonly<Record<keyof Provenance, readonly string[]>> = {
  title: ["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"],
  author: [
    "article:author_name",
    "author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "parsely-author",
    "byl",
  ],
  publisher: [
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "publisher",
  ],
  published: [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "date",
  ],
  url: ["og:url"],
  language: ["og:locale", "dc.language", "dcterms.language", "content-language"],
};

function metaValues(page: Page): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const attribute = (name: string) => meta.getAttribute(name);
    const name = attribute("property") ?? attribute("name") ?? attribute("itemprop") ?? attribute("http-equiv");
    const content = lineOf(attribute("content") ?? "");
    if (name && content && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), content);
  }
  return values;
}

function fromMeta(page: Page): Found {
  const values = metaValues(page);
  const first = (field: keyof Provenance, accept: (value: string) => string | undefined = lineOf) => {
    for (const name of META[field]) {
      const value = values.get(name);
      const accepted = value === undefined ? undefined : accept(value);
      if (accepted) return accepted;
    }
    return undefined;
  };
  return {
    title: first("title"),
    author: first("author", person),
    publisher: first("publisher"),
    published: first("published", dayOf),
    url: first("url", address),
    language: first("language"),
  };
}

function fromElements(page: Page): Found {
  const times = [
    ...page.querySelectorAll("article time[datetime], main time[datetime], time[pubdate], time[datetime]"),
  ];
  const byline = page.querySelector('[itemprop="author"], [rel="author"], .byline, .author-name')?.textContent;
  return {
    title: lineOf(page.querySelector("title")?.textContent ?? ""),
    author: byline && byline.length < 100 ? person(lineOf(byline)) : undefined,
    published: times.map((time) => dayOf(time.getAttribute("datetime"))).find((day) => day !== undefined),
    url: address(page.querySelector('link[rel="canonical"]')?.getAttribute("href")),
    language: lineOf(page.querySelector("html")?.getAttribute("lang") ?? ""),
  };
}

/** What a page says of itself, the most reliable source first. */
export function metadataOf(page: Page): Found {
  const [linked, meta, elements] = [fromLinkedData(page), fromMeta(page), fromElements(page)];
  return {
    title: linked.title ?? meta.title ?? elements.title,
    author: linked.author ?? meta.author ?? elements.author,
    publisher: linked.publisher ?? meta.publisher,
    published: linked.published ?? meta.published ?? elements.published,
    url: elements.url ?? meta.url ?? linked.url,
    language: linked.language ?? elements.language ?? meta.language,
  };
}
