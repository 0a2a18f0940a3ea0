import { tagNumber } from "../tags.ts";
import type { GoldSentence } from "./conllu.ts";
import { seededRandom } from "./random.ts";

/**
 * The manner of news agencies, of which the treebanks have little: reported speech after the comma ("…, a senior official
 * said."), before it ("The ministry said …") and "Iran-backed". New sentences are made out of the treebanks' own by
 * putting such words around and into them.
 */
export function inWireManner(gold: readonly GoldSentence[], seed: number): GoldSentence[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const made: GoldSentence[] = [];
  for (const sentence of gold) {
    const size = sentence.forms.length;
    if (size < 5 || size > 30 || !isStatement(sentence) || random() > SHARE) continue;
    const backed = random() < 0.5 ? withSponsor(sentence, pick) : sentence;
    const way = random();
    if (way < 0.4) made.push(reportedBefore(backed, pick));
    else if (way < 0.75) made.push(reportedAfter(backed, pick));
    else if (backed !== sentence) made.push(backed);
  }
  return made;
}

const SHARE = 0.35;
type Pick = <T>(list: readonly T[]) => T;

/** A word of a sentence in the making; `head` is the word it hangs on, undefined for the root. */
interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly tag: string | number;
  relation: string;
  head: Word | undefined;
}

/** Words as "form/lemma/tag/head/relation", heads counted from 1 and 0 for the head of the phrase. */
const SPEAKERS = [
  "a/a/DET/3/det senior/senior/ADJ/3/amod official/official/NOUN/0/nsubj",
  "a/a/DET/4/det senior/senior/ADJ/4/amod Lebanese/Lebanese/ADJ/4/amod official/official/NOUN/0/nsubj",
  "two/two/NUM/4/nummod U.S./U.S./PROPN/4/compound defense/defense/NOUN/4/compound officials/official/NOUN.s/0/nsubj",
  "officials/official/NOUN.s/0/nsubj",
  "police/police/NOUN/0/nsubj",
  "residents/resident/NOUN.s/0/nsubj",
  "the/the/DET/2/det ministry/ministry/NOUN/0/nsubj",
  "the/the/DET/3/det foreign/foreign/ADJ/3/amod ministry/ministry/NOUN/0/nsubj",
  "its/its/PRON.g/3/nmod:poss Defense/Defense/PROPN/3/compound Ministry/Ministry/PROPN/0/nsubj",
  "the/the/DET/3/det State/State/PROPN/3/compound Department/Department/PROPN/0/nsubj",
  "Tehran/Tehran/PROPN/0/nsubj",
  "Reuters/Reuters/PROPN/0/nsubj",
  "NATO/NATO/PROPN/0/nsubj",
  "a/a/DET/2/det spokesman/spokesman/NOUN/0/nsubj for/for/ADP/5/case the/the/DET/5/det army/army/NOUN/2/nmod",
  "Gen./Gen./PROPN/2/nmod:desc Karim/Karim/PROPN/0/nsubj Haddad/Haddad/PROPN/2/flat",
  "Elena/Elena/PROPN/0/nsubj Markova/Markova/PROPN/1/flat of/of/ADP/6/case the/the/DET/6/det interior/interior/NOUN/6/compound ministry/ministry/NOUN/1/nmod",
  "Col./Col./PROPN/2/nmod:desc Adam/Adam/PROPN/0/nsubj Njoroge/Njoroge/PROPN/2/flat ,/,/PUNCT/6/punct a/a/DET/6/det spokesman/spokesman/NOUN/2/appos for/for/ADP/9/case the/the/DET/9/det mission/mission/NOUN/6/nmod ,/,/PUNCT/6/punct",
  "the/the/DET/2/det commander/commander/NOUN/0/nsubj of/of/ADP/5/case the/the/DET/5/det brigade/brigade/NOUN/2/nmod",
];
const SAYING = [
  "said/say/VERB.d",
  "said/say/VERB.d",
  "said/say/VERB.d",
  "says/say/VERB.z",
  "announced/announce/VERB.d",
  "reported/report/VERB.d",
  "claimed/claim/VERB.d",
  "added/add/VERB.d",
];
/** Verbs that stand before what is said. */
const TELLING = [
  ...SAYING,
  "reveals/reveal/VERB.z",
  "suggests/suggest/VERB.z",
  "indicate/indicate/VERB.p",
  "confirmed/confirm/VERB.d",
  "denied/deny/VERB.d",
  "warned/warn/VERB.d",
  "shows/show/VERB.z",
  "suggest/suggest/VERB.p",
  "believe/believe/VERB.p",
];
const TELLERS = [
  "the/the/DET/2/det documents/document/NOUN.s/0/nsubj",
  "the/the/DET/2/det report/report/NOUN/0/nsubj",
  "internal/internal/ADJ/2/amod files/file/NOUN.s/0/nsubj",
];
const WHEN = [
  "",
  "",
  "on/on/ADP/2/case Monday/Monday/PROPN/0/obl",
  "on/on/ADP/2/case Friday/Friday/PROPN/0/obl",
  "in/in/ADP/3/case a/a/DET/3/det statement/statement/NOUN/0/obl",
  "last/last/ADJ/2/amod week/week/NOUN/0/obl:unmarked",
];
const SPONSORS = ["Iran", "Russia", "Turkey", "Rwanda", "Moscow", "Tehran", "UN", "U.S.", "China", "Saudi", "Pakistan"];
const BACKED = [
  "backed/back",
  "backed/back",
  "led/lead",
  "aligned/align",
  "trained/train",
  "controlled/control",
  "funded/fund",
  "linked/link",
];

function isStatement({ forms, heads, relations, tags }: GoldSentence): boolean {
  const root = heads.indexOf(0, 1);
  const last = forms.length;
  const hasSubject = relations.some((relation, at) => relation.startsWith("nsubj") && heads[at] === root);
  const isFinite =
    [tagNumber("VERB.d"), tagNumber("VERB.z"), tagNumber("VERB.p")].includes(tags[root]!) ||
    relations.some((relation, at) => /^(?:aux|cop)/.test(relation) && heads[at] === root);
  return hasSubject && isFinite && forms[last - 1] === "." && heads[last] === root && !/["“”?]/u.test(forms.join(""));
}

/** "S, a senior official said on Monday." */
function reportedBefore(sentence: GoldSentence, pick: Pick): GoldSentence {
  const words = wordsOf(sentence);
  const root = words.find((word) => word.head === undefined)!;
  words.pop();
  const said = verb(pick(SAYING));
  const speaker = phrase(pick(SPEAKERS), said);
  const when = phrase(pick(WHEN), said);
  hang(root, said, "ccomp");
  const marks = (form: string, head: Word): Word => ({ form, lemma: form, tag: "PUNCT", relation: "punct", head });
  const isQuoted = pick([true, false, false]);
  const quoted = isQuoted
    ? [marks("“", root), ...words, marks(",", root), marks("”", root)]
    : [...words, marks(",", root)];
  const tail = speaker.length < 8 && pick([true, false, false, false, false]) ? [said, ...speaker] : [...speaker, said];
  return sentenceOf(sentence, [...quoted, ...tail, ...when, marks(".", said)]);
}

/** "The ministry said on Monday that S." */
function reportedAfter(sentence: GoldSentence, pick: Pick): GoldSentence {
  const words = wordsOf(sentence);
  const root = words.find((word) => word.head === undefined)!;
  const said = verb(pick(TELLING));
  const speaker = capitalized(phrase(pick([...SPEAKERS, ...TELLERS]), said));
  const that: Word = { form: "that", lemma: "that", tag: "SCONJ", relation: "mark", head: root };
  hang(root, said, "ccomp");
  words.at(-1)!.head = said;
  const first = words[0]!;
  const isName = String(first.tag).startsWith("PROPN") || first.tag === tagNumber("PROPN") || first.form === "I";
  const body = isName ? words : [{ ...first, form: first.form.toLowerCase() }, ...words.slice(1)];
  if (body[0] !== first) for (const word of body) if (word.head === first) word.head = body[0];
  const when = phrase(pick(WHEN), said);
  return sentenceOf(sentence, [...speaker, said, ...when, ...(pick([true, true, false]) ? [that] : []), ...body]);
}

/** "Iran-backed" before a common noun that nothing else describes. */
function withSponsor(sentence: GoldSentence, pick: Pick): GoldSentence {
  const words = wordsOf(sentence);
  const places = words.flatMap((word, at) => {
    const isNoun = word.tag === tagNumber("NOUN.s") || word.tag === tagNumber("NOUN");
    const before = words[at - 1];
    const isBare =
      before?.relation === "det" ||
      before?.relation === "case" ||
      before?.head === undefined ||
      before.relation === "punct";
    return isNoun && isBare && at > 0 ? [at] : [];
  });
  if (places.length === 0) return sentence;
  const at = pick(places);
  const [form, lemma] = pick(BACKED).split("/") as [string, string];
  const backed: Word = { form, lemma, tag: "VERB.n", relation: "amod", head: words[at]! };
  const name = pick(SPONSORS);
  const sponsor: Word = { form: name, lemma: name, tag: "PROPN", relation: "compound", head: backed };
  const hyphen: Word = { form: "-", lemma: "-", tag: "PUNCT", relation: "punct", head: sponsor };
  return sentenceOf(sentence, [...words.slice(0, at), sponsor, hyphen, backed, ...words.slice(at)]);
}

function verb(entry: string): Word {
  const [form, lemma, tag] = entry.split("/") as [string, string, string];
  return { form, lemma, tag, relation: "root", head: undefined };
}

function hang(word: Word, head: Word, relation: string): void {
  word.head = head;
  word.relation = relation;
}

function capitalized([first, ...rest]: Word[]): Word[] {
  const upper = { ...first!, form: first!.form.charAt(0).toUpperCase() + first!.form.slice(1) };
  for (const word of rest) if (word.head === first) word.head = upper;
  return [upper, ...rest];
}

function phrase(entry: string, head: Word): Word[] {
  const rows = entry
    .split(" ")
    .filter(Boolean)
    .map((row) => row.split("/") as [string, string, string, string, string]);
  const words = rows.map(([form, lemma, tag, , relation]): Word => ({ form, lemma, tag, relation, head: undefined }));
  words.forEach((word, at) => (word.head = rows[at]![3] === "0" ? head : words[Number(rows[at]![3]) - 1]));
  return words;
}

function wordsOf({ forms, lemmas, tags, heads, relations }: GoldSentence): Word[] {
  const words = forms.map((form, at): Word => ({
    form,
    lemma: lemmas[at]!,
    tag: tags[at + 1]!,
    relation: relations[at + 1]!,
    head: undefined,
  }));
  words.forEach((word, at) => (word.head = words[heads[at + 1]! - 1]));
  return words;
}

function sentenceOf({ document }: GoldSentence, words: readonly Word[]): GoldSentence {
  const number = (tag: string | number): number => (typeof tag === "number" ? tag : tagNumber(tag));
  const place = new Map(words.map((word, at) => [word, at + 1]));
  return {
    document,
    text: words.map((word) => word.form).join(" "),
    forms: words.map((word) => word.form),
    lemmas: words.map((word) => word.lemma),
    tags: Uint8Array.from([0, ...words.map((word) => number(word.tag))]),
    parts: [],
    heads: Int32Array.from([-1, ...words.map((word) => (word.head ? place.get(word.head)! : 0))]),
    relations: ["", ...words.map((word) => word.relation)],
  };
}
