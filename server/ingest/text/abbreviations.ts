/** Words that end in a full stop without ending a sentence, as data. All in lower case, without the last stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** A name, a title or a number must follow: the stop never ends a sentence. */
export const BEFORE_NAME = words(`
  mr mrs ms messrs mme mlle dr prof gen lt col maj capt cpt cmdr cdr comdr sgt cpl pvt pfc adm vadm radm brig commo ens wo
  gov sen sens rep reps pres rev revd hon rt fr msgr amb supt insp det sir atty ret retd st ste mt ft sgts gens cols drs profs
  pte vs v inf mech armd abn dep a.k.a f.k.a e.g i.e viz cf h.e h.r.h h.m m.v m.t s.s u.s.s h.m.s approx ca est dept asst assoc lt.-col
  lt-gen maj-gen brig-gen vice-adm`);

/** The stop belongs to the word only where a number follows: "No. 2", "Jan. 22", "para. 41". */
export const BEFORE_NUMBER = words(`
  no nos nr doc docs rs e.o u.s.c c.f.r p.l art arts para paras p pp fig figs vol vols ch chap sec sect res ex app ann op
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`);

/** Only in lower case, before a number: "b. 1984", "c. 1970". */
export const BEFORE_YEAR = words("b c d");

/** Titles where they are written large and a name follows: "Sec. Rubio", not "in 10 sec. Rubio". */
export const CAPITAL_TITLES: ReadonlySet<string> = new Set(["Sec", "Min", "Dir", "Spec"]);

/** A single capital after one of these counts them, and is no initial: "Annex A. The treaty". */
export const DESIGNATED = words(`
  annex appendix plan phase group category type class team camp zone area sector block exhibit schedule part section table
  figure option article hall gate pier vitamin hepatitis unit company battery site building route tier grade stage model`);

/** The stop belongs to the word, and may end a sentence too: what follows decides. */
export const MAYBE_LAST = words(`
  inc ltd corp co bros llc plc cos mfg intl natl govt univ jr sr esq phd ph.d m.d b.a m.a ll.m etc al est bn mn cie
  calif fla tex va md mass conn ariz colo ga pa ky tenn mich minn wis okla kan neb nev ala ark del vt mont wyo wash ore
  n.y n.j n.c s.c ave blvd rd hwy bldg tel ext min max avg ed eds trans rev hrs yrs ft km kg`);

/** Words that open a sentence and do not continue the name of a body after "U.S." or "Inc.". */
export const OPENERS = words(`
  the a an this that these those it its he she they we i you his her their our my your in on at by for from with as after
  before since when while if although though but and or so yet not no however meanwhile also then there here what who why
  how where which whose both each some many most all any few several one two three four five six seven eight nine ten
  dozens hundreds thousands under over during until till according despite amid asked because to of last earlier later now
  still such should had were is was are do did does has have will would could can may might must nor once only other
  another others even nearly about around between among against without within across along through per neither either
  whether like unlike instead moreover furthermore additionally today yesterday tomorrow officials analysts police residents
  witnesses experts critics sources separately finally first second third next afterwards thereafter thus hence nonetheless
  nevertheless in-between speaking responding nobody everyone someone nothing none`);

/** Words that carry on the name of a body after "U.S.", "U.N.", "U.K.". */
export const BODY_WORDS = words(`
  army navy air marine marines coast central africa african european southern northern eastern western pacific indo-pacific
  special strategic space cyber cybersecurity forces force command commander president vice deputy secretary under
  undersecretary assistant acting department dept state defense defence treasury justice interior energy commerce homeland
  congress congressional senate senator house embassy ambassador envoy supreme district circuit court attorney federal foreign
  trade agency customs border immigration geological national naval capitol mission consulate consul representative rep sen
  gen adm lt col maj joint office government institute council commission committee secretary-general under-secretary-general
  security general high human children development environment food population refugee assembly charter interim peacekeeping
  bureau central-bank fed congressman congresswoman lawmakers lawmaker soldiers troops transport transportation intelligence
  drug export-import election agriculture labor health open steel bank citizenship prime parliament home cabinet minister
  chargé permanent chief chiefs constitution administration republicans democrats republican democratic fifth sixth seventh`);

/** After a time of day the sentence goes on with a zone or a day: "6 p.m. GMT", "9 a.m. Monday". */
export const AFTER_TIME = words(`
  gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst kst eat cat wat et ct mt pt eastern central
  pacific greenwich local monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may june july aug sept oct nov dec
  january february march april august september october november december`);

/** Verbs by which a quotation that closed with "?" or "!" goes on to its speaker: "Why now?" Abbas asked. */
export const SAYING = words(`
  said says asked asks told tells added adds wrote writes replied replies shouted shouts warned declared demanded tweeted
  posted insisted exclaimed responded concluded continued recalled quipped argued cried chanted yelled`);

const ALL = [BEFORE_NAME, BEFORE_NUMBER, MAYBE_LAST];
const ALSO_WORDS = words("no art arts fig sec mon sun sat ft wash mass miss ore cal ext min max del ed eds");

/** Whether a full stop right after a word is part of it: "Gen", "Jan", "Inc". */
export function isAbbreviation(word: string, endsSentence: boolean): boolean {
  const lower = word.toLowerCase();
  if (ALSO_WORDS.has(lower) && (word === lower || endsSentence)) return false;
  return ALL.some((list) => list.has(lower));
}
