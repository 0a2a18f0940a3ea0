import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../../server/ingest/text/sentences.ts";

const split = (text: string): string[] => splitSentences(text, 0).map(({ start, end }) => text.slice(start, end));

/** Sentences are separated by "|" here and by a space in the text. */
const CASES: Record<string, string[]> = {
  "titles, ranks and initials": [
    "Gen. Michael E. Kurilla met Lt. Col. J. D. Vance in St. Petersburg.|Mr. Bush left.",
    "Mr. Ishaq Dar met Dr. Badr Abdelatty.|H.R.H. Prince Faisal came with Adm. (ret.) Ramon Villareal.",
    "Mahdi A. al-Sharafi coordinates purchases.|George W. Bush did not.",
    "It began in World War I. The treaty ended it.".replace(". The", ".|The"),
    "Senior officer Farid K. Nassiri, a.k.a. Abu Ali, fled.|Sgt. Maj. Cole stayed.",
  ],
  "abbreviated states and bodies": [
    "The U.S. Central Command and the U.S. Navy sent ships to the U.S.|The U.N. Security Council met.",
    "They will share data with the U.S.|Repairs to the cables will last.",
    "Troops from the U.K. and the U.S. landed.|They left the U.A.E.|In May they returned.",
    "The U.S. Under Secretary of State resigned.|The U.S. 5th Fleet sailed from Washington, D.C. on Monday.",
    "Jebel Trading LLC, Kestrel Marine Services Ltd. and Amberjack Pte. Ltd., a supplier, were listed.|So was Apple Inc.|The rest was not.",
    "Apple Inc. Chief Executive Tim Cook left.|Executive Order (E.O.) 13224 applies.",
  ],
  "dates, times and numbers": [
    "On Jan. 22 and Sept. 3, at 9 a.m. GMT, shells fell.|It ended at 6 p.m.|The road reopened.",
    "Its No. 2 died.|Resolution No. 2231 and art. 5 hold, pp. 3-4.|Did he say no?|No.|He said yes.",
    "It paid $3.5 million and 1.2 billion naira.|That was 0.5 per cent.",
    "It happened in 2019.|In 2020 it stopped.|He turned 41.|The war went on.",
  ],
  quotations: [
    "“The calculus has changed.|The old playbook doesn’t work anymore.”|He left.",
    '"We will go." he said.|"Will you go?" Mr. Abbas asked.|"Never!" they shouted.',
    "“Why now?” Abu Ali asked.|“Nobody knows.”|Officials said nothing.",
    'They pledged to defend it against “any empire.”|The company said the charge was "false and absurd."|Oil fell.',
    "(He was killed in May.|His brother fled.)|The rest stayed.",
    "'We left.'|The group (see below) denied it.",
  ],
  "datelines and ellipses": [
    "GOMA, Congo (Reuters) - Rebels seized the town on Monday.|WASHINGTON, D.C. — Today, the office acted.",
    "GEORGETOWN, Guyana, Feb. 3 - Boats blockaded the river.|It was quiet.",
    "He said … nothing came of it.|“I do not know... Maybe.”".replace("... ", "...|"),
    "They fled [...] Then the town fell.",
  ],
  "marks that are not stops": [
    "See actant.example.org/a.b?c=d for v2.0.1 of the file.|Write to a.b@c.example.",
    "Yahoo! said so.|The group fired at 10.5 km.",
    "The end came.[12] The war went on.".replace("] The", "]|The"),
    "It is over now.The troops left.".replace(".The", ".|The"),
    "The group left Mogadishu.|al-Shabaab claimed it.",
  ],
  "more ranks, titles and names": [
    "Lt. Gen. (Res.) Amos Yadlin wrote it.|Gen. (retd.) Bajwa did not.",
    "The Hon. Penny Wong met Rt. Hon. David Lammy.|Acting Sec. of State M. Rubio and Dep. Sec. Landau did not.",
    "Prince Mohammed b. Salman spoke.|Usama bin M. bin Awad b. Laden was killed.",
    "Pope John Paul II visited King Hussein I.|He left.",
    "Sen. Chris Van Hollen (D-Md.) objected.|Rep. Ro Khanna (D., Calif.) agreed.",
    "S. Korea fired back.|Khan et al. (2020) disagree.|A. Q. Khan sold it.",
  ],
  "units and companies": [
    "It fell to 3rd Bde., 25th Inf. Div., in June.|The 1st Inf. Div. deployed to Poland.|It is from Ft. Riley, Kan.",
    "Its owner, Triliance Petrochemical Co. Ltd., is in Hong Kong.|Raytheon Co. declined to comment.",
    "Sanctions on Rosneft PJSC and Lockheed Martin Corp. and Boeing Co. in 2019 took effect Jan. 1, 2025.|Others follow.",
  ],
  "what is counted": [
    "He was born c. 1970.|His father, b. 1934, ruled before.|It cost Rs. 500 crore.",
    "He holds passport No. A1234567 (Iran).|DOB: 12 Mar. 1968.|He cited U.N. Doc. S/2024/556.|It was long.",
    "Executive Order 13224, as amended by E.O. 13886.|The listing followed.|Tel. +41 22 917 1234.",
    "They signed Annex A.|Annex B was left out.|It is Plan B.|The army prefers it.",
    "The deal has three parts: 1. Iran stops.|2. The U.S. pays.|§ 3. Oman watches.",
    "The M23 took Goma on Jan. 27, 2025.|In Sa'dah 5 died.|8 were wounded.|It grew by 3.5 percent to 1,234.56 tons.|That is 0.4 p.p. more.",
    "At 6:45 p.m. EST Gen. Austin spoke.|At 7 p.m. he left.|The attack came at 7.30 p.m. on Friday.|No one claimed it.",
  ],
  "marks within marks": [
    "They fled to Chad, Egypt ... — and beyond.|Few returned.|It ended…|The end.",
    "“It was,” Mr. Hale said, “a mistake.|We regret it.”|He resigned.",
    'He asked, “Why?”|Nobody answered.|"Who are they?" asked Brig. Gen. Ryder.|"We don\'t know."',
    "Visit https://www.un.org/sc/res.2231?x=1.|Then write to press@un.org.|It flew 300 km.|It landed.",
    "MOSCOW. March 3. INTERFAX - The ministry denied it.|It gave no details.",
    "BEIRUT/JERUSALEM, Sept 30 (Reuters) - Israel struck Beirut.|(Reporting by A. Smith in Beirut; Editing by J. Doe.)|More follows.",
  ],
  "other scripts": ["停战协议已经签署。|部队撤离了。", "هل غادروا؟|نعم."],
};

describe("sentences in a paragraph", () => {
  for (const [name, cases] of Object.entries(CASES)) {
    it.each(cases)(`${name}: %s`, (marked) => {
      const glued = /\.\|The troops left|。\|/u.test(marked);
      const expected = marked.split("|");
      expect(split(expected.join(glued ? "" : " "))).toEqual(expected);
    });
  }
});

describe("sentences over lines", () => {
  it("joins what was wrapped", () => {
    const text =
      "Cables from the U.S.\nCentral Command reveal that the group\nmoved weapons. It denied\r\nthis on Jan.\n22.\n";
    expect(split(text)).toEqual([
      "Cables from the U.S.\nCentral Command reveal that the group\nmoved weapons.",
      "It denied\r\nthis on Jan.\n22.",
    ]);
  });

  it("keeps a headline without a stop apart", () => {
    expect(split("Live: Israel strikes Nabatieh\n\n07:10 — Two rockets are fired.\n08:05 — Jets answer.")).toEqual([
      "Live: Israel strikes Nabatieh",
      "07:10 — Two rockets are fired.",
      "08:05 — Jets answer.",
    ]);
    const body =
      "The rebels entered the town at dawn on Monday and the army withdrew to the hills\nbehind it, residents said.";
    expect(split(`Rebels seize Goma\n${body}`)).toEqual(["Rebels seize Goma", body]);
  });

  it("divides lists, headings and Markdown", () => {
    const text =
      "# The drawdown\nIt has three parts:\n- troops leave\n- bases close\n  for good\n- talks go on\n\n41. The Panel met.\n\n1. First\n2. Second\n\n> A quote.\n\n***\n";
    expect(split(text)).toEqual([
      "# The drawdown",
      "It has three parts:",
      "- troops leave",
      "- bases close\n  for good",
      "- talks go on",
      "41. The Panel met.",
      "1. First",
      "2. Second",
      "> A quote.",
      "***",
    ]);
  });

  it("divides fields, tables, speakers and lettered lists", () => {
    for (const text of [
      "Name: John Doe\nRank: Gen.\nUnit: 5th Brigade",
      "a. Iran\nb. Iraq\nc. Oman",
      "(1) Iran fired.\n(2) Israel hit.",
      "1) Iran fired\n10) Israel hit",
      "Iran\tTehran\t90m\r\nIraq\tBaghdad\t45m",
      "| Iran | struck |\n| --- | --- |\nAfter the table.",
      "MODERATOR: Thank you all.\nMR. MILLER: The U.S. supports Israel.",
      "Article 1\nThe parties shall cease fire.\nArticle 2\nThe parties shall withdraw.",
      "– Iran fired;\n– Israel hit;\n– Oman mediated.",
      "By JANE DOE\nReuters\n\nGOMA, Congo - Rebels advanced.",
    ])
      expect(split(text)).toEqual(text.split(/[\r\n]+/u));
  });

  it("takes a non-breaking space for a space", () => {
    expect(split("The\u00A0U.S.\u00A0Navy left No.\u00A05 behind.\u00A0Gen.\u00A0Milley\u00A0spoke.")).toEqual([
      "The\u00A0U.S.\u00A0Navy left No.\u00A05 behind.",
      "Gen.\u00A0Milley\u00A0spoke.",
    ]);
  });

  it("does not take a wrapped number or dash for a list", () => {
    const text =
      "The attack on the convoy killed eleven men and wounded another\n12. The army blamed the group for it, and the group blamed the army\n- as ever.";
    expect(split(text)).toHaveLength(2);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "U.S.",
    "Gen.",
    "A.",
    "1.",
    "- ",
    "# ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "“",
    "”",
    '"',
    "...",
    "?!",
    "The",
    "he",
    "(",
    ")",
    "x",
    "\u200B",
    "😀",
    "\u2029",
    "\u0085",
    "\0",
    "。",
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  );

  it("gives sorted, disjoint, trimmed spans that cover whatever is not white space", () => {
    fc.assert(
      fc.property(anyText, fc.nat(5), (text, skip) => {
        const from = Math.min(skip, text.length);
        let at = from;
        for (const { start, end } of splitSentences(text, from)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
      { numRuns: 2000 },
    );
  });

  const grown: Record<string, string> = {
    "one word": "a",
    "words without a stop": "word ",
    "brackets and stops": "((( .)] Mr. A ",
    "line breaks": "Line\n",
    "opening brackets": "( U.S. A ",
    quotes: '."" ',
    sentences: "The U.S. Navy left. It was late. ",
  };
  it.each(Object.keys(grown))("are found in a very long text: %s", (name) => {
    const text = grown[name]!.repeat(Math.ceil(2_000_000 / grown[name]!.length));
    const found = splitSentences(text, 0).map(({ start, end }) => text.slice(start, end));
    expect(found.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
  });
});
