/** The words by which names are recognised: titles, the heads of institutions' names, small words, verbs of saying. */
import type { EntityKind } from "../../../schema/ontology.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that make a run of capitalised words a title ("Foreign Minister"). */
export const TITLE_CORES = words(`
  president minister premier chancellor king queen prince princess emir sultan sheikh sheik shaikh ayatollah mullah
  mawlawi maulvi maulana imam pope cardinal archbishop bishop patriarch rabbi metropolitan general gen lt lieutenant maj
  major brig brigadier col colonel capt captain cmdr commander cdr adm admiral sgt sergeant cpl corporal marshal secretary
  undersecretary ambassador envoy representative rep senator sen congressman congresswoman mp judge justice governor
  gov mayor speaker chairman chairwoman chairperson chair director spokesman spokeswoman spokesperson leader chief mr mrs
  ms miss dr prof professor sir lord lady dame baroness baron hajji haji coordinator commissioner inspector adviser
  advisor counselor counsellor shah caliph archduke duke pasha presidents ministers generals secretaries senators
  deputy vice-president administrator superintendent constable archimandrite chargé prosecutor treasurer gen. taoiseach tánaiste taoiseach sayyid sayyed hojjatoleslam qadi`);

/** Words that stand with a title without being one. */
export const TITLE_MODIFIERS = words(`
  prime vice deputy acting interim caretaker former ex under assistant special permanent foreign defence defense
  interior finance home security national energy oil justice health information economy trade labour labor
  environment education transport culture agriculture commerce treasury external affairs crown supreme grand rear
  field air first second senior executive attorney rights high political military federal state human chief managing
  founding ret staff major lieutenant brigadier wing squadron petty warrant police press communications intelligence
  strategic european war navy army planning public veterans opposition majority minority`);

/** "Secretary of State", "Minister of Foreign Affairs", "Chief of the General Staff". */
export const TITLE_OBJECTS = words(`
  state defense defence staff foreign affairs interior finance justice information energy war health commerce treasury
  homeland security general army navy naval operations police intelligence the and international cooperation oil trade
  economy labour labor transport agriculture education culture external relations`);

/** What the last words of a name say about its kind; two-word heads are looked up first. */
export const HEADS: ReadonlyMap<string, EntityKind> = new Map(
  Object.entries({
    MILITARY: `army|navy|air force|corps|fleet|brigade|battalion|division|regiment|squadron|command|commandos|marines|armed
      forces|defence forces|defense forces|defence force|defense force|special forces|ground forces|guard corps|guards|joint
      chiefs of staff|general staff|legion|artillery|rocket force|missile forces|naval forces|strategic forces|task
      force|aerospace forces|airborne forces|marine corps|national guard|republican guard|presidential guard|fire
      brigade|land forces|air forces|self-defense forces|self defense forces|army group|armada|military`,
    BASE: `air base|airbase|naval base|military base|army base|base|garrison|barracks|outpost|airfield|naval station|air
      station|station|cantonment|air force base|naval air station|joint base|army airfield|firebase|fort|camp`,
    MILITIA: `front|militia|militias|jihad|brigades|liberation army|resistance|liberation front|liberation
      movement|mujahideen|mujahidin|fedayeen|protection units|defence units|defense units|self-defense groups|self-defence
      groups|rebels|insurgents|cartel|gang|resistance front|resistance army|resistance movement|guerrillas|liberation
      forces|rebel army|people's army|martyrs brigade|liberation tigers|mobilization forces|mobilisation forces|self-defense
      units|democratic forces|defence forces union|national army faction`,
    AGENCY: `ministry|department|agency|bureau|directorate|police|gendarmerie|coast guard|coastguard|border guard|border
      service|border force|border police|intelligence|service|services agency|authority|commission of inquiry|investigation
      commission|election commission|electoral commission|treasury|central bank|customs|inspectorate|police
      force|constabulary|secretariat|intelligence service|security service|secret service|security agency|space
      agency|national bank|prosecutor's office|office|reserve bank|border patrol|border guards|security bureau|intelligence
      directorate|revenue authority|maritime force|security committee|foreign ministry|general prosecutor|attorney general's
      office|ombudsman|carabinieri|state security|police service|prison service|immigration service|wildlife service|coast
      guard agency|ministries|security forces|maritime police force|intelligence agency|federal reserve`,
    MEDIA: `times|post|news|daily|tv|television|radio|herald|tribune|gazette|journal|observer|guardian|standard|broadcasting
      |press|inquirer|mirror|telegraph|chronicle|weekly|magazine|newspaper|news agency|press
      agency|mail|review|globe|broadcaster|broadcasting corporation|broadcasting company|monitor|media|fm|news
      network|insider|dispatch|bulletin|examiner|sun|star|independent|reporter|television network`,
    ORGANIZATION: `bank|union|organization|organisation|party|group|ltd|llc|llp|inc|co|corp|corporation|company|shipping
      |foundation|court|tribunal|mission|association|community|council|alliance|league|federation|confederation|congress
      |institute|institution|university|college|center|centre|fund|committee|society|network|initiative|programme|program
      |forum|team|panel|coalition|partnership|trust|endowment|watch|international|holdings|industries|energy|petroleum
      |airlines|airways|lines|logistics|exchange|trading|services|systems|technologies|technology|aerospace|fze|sarl|gmbh|ag|plc|pte
      |ooo|pjsc|jsc|sal|bv|church|brotherhood|house|club|conference|commission|chamber|school|academy|laboratory|movement
      |bloc|monitoring team|expert group|contact group|consortium|enterprises|enterprise|bunkering|petrochemicals|steel|mining|gold
      |resources|investments|capital|partners|solutions|motors|electronics|semiconductor|telecom|communications|insurance
      |security council|general assembly|red cross|red crescent|observatory|cooperative|operation force|support
      mission|charity|aid|relief|rescue|workers|consulting|refinery|refining|oil|gas|chemicals|shipyard|shipbuilding|dynamics
      |defence industries|stock exchange|syndicate|secretariat general|trade unions|doctors|reporters|lawyers
      |hospital|agency for|summit group|crisis group|food programme|criminal court|dialogue|compact|convention
      |cell for`,
    GOVERNMENT: `parliament|cabinet|senate|assembly|knesset|duma|bundestag|majlis|government|administration|regime|junta|presidency
      |supreme court|constitutional court|high court|federal court|district court|court of appeal|national
      assembly|national council|leadership council|sovereignty council|sovereign council|military council|transitional
      council|presidential council|ruling council|national congress|people's congress|people's
      assembly|parliament house|council of ministers|security council of the russian federation|politburo|legislature|house of
      representatives|house of commons|house of lords|national government|interim government|transitional
      government|regional government|salvation government|state council|guardian council|council of state|state
      administration council|appeals court|supreme leader|military junta|unity government`,
    PLACE: `strait|straits|sea|gulf|bay|ocean|province|region|river|island|islands|isles|isle|valley|mountains|mountain|desert
      |lake|peninsula|shoal|reef|reefs|corridor|heights|hills|plateau|delta|basin|canal|channel|crossing|pass|plain|plains|penitentiary|jail|detention center|detention centre|cathedral|mosque|palace|stadium|monastery|cemetery|county
      |district|governorate|oblast|state|city|port|airport|prison|square|bridge|dam|coast|triangle|highlands|zone|archipelago
      |atoll|harbor|harbour|forest|sands|bank shoal|passage|township|refugee camp|international airport|belt|steppe|wadi|oasis
      |falls|territory|territories|republic|strip|line|nuclear power plant|power plant|road|highway|street|avenue|east|west|north|south|cay|ridge
      |seaport|terminal|oilfield|gasfield|field|park|town|village`,
    EVENT: `war|summit|massacre|genocide|uprising|revolution|offensive|intifada|bombings|famine|coup|earthquake|olympics`,
  }).flatMap(([kind, heads]) => heads.split("|").map((head) => [foldHead(head), kind as EntityKind] as const)),
);

function foldHead(head: string): string {
  return head.trim().replace(/\s+/g, " ").replaceAll("-", " ").replaceAll("'s", " s");
}

/** First words that say the kind of what follows: "Camp Lemonnier", "Jaysh al-Islam", "Operation Inherent Resolve". */
export const LEADS: ReadonlyMap<string, EntityKind> = new Map(
  Object.entries({
    BASE: "camp fort fob",
    EVENT: "operation exercise",
    MEDIA: "radio télévision television télé tele agence agencia agência",
    PLACE: "lake mount cape port jebel jabal gebel wadi ras tell beit bir lac rio cabo puerto isla ile",
    MILITIA: `jaysh jaish liwa harakat harakatul ansar jund jamaat jamaa jamaah hezb hizb hezbe hizbul kataib katibat
      katiba saraya asaib lashkar lashkare tehrik tehreek tehrike jaishe jaysh-e ajnad firqat faylaq`,
    MILITARY: "unit",
    ORGANIZATION: "banco banque caritas médecins medecins hotel movimiento partido opération",
    AGENCY: "ministry department bureau directorate directorate-general",
  }).flatMap(([kind, text]) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => [word, kind as EntityKind] as const),
  ),
);

/** Heads that take "of X" or "for X" as part of the name ("Security Service of Ukraine"). */
export const HEADS_WITH_OF = words(`
  ministry department bureau office directorate organization organisation association union league community council
  court forces front movement gulf strait straits sea bay state republic kingdom emirate university chamber house
  alliance federation confederation party institute committee commission service guard corps isle bank army police
  parliament agency centre center fund society sons brigade brigades daughters defenders party-list congress coalition
  legion soldiers protectors partisans friends doctors chiefs assembly programme program network academy school church
  campaign battle siege fall treaty horn cape islands mount port panel group initiative foundation mission secretariat board
  authority tribunal cabinet supporters sultanate principality government`);

/** Heads of bodies whose "of X" names what they belong to, which is a mention of its own. */
export const PARTED_OF = words(
  "team panel mission group office delegation secretariat council committee board authority",
);

/** Small words inside names. */
export const CONNECTORS = words(
  "of the for and de da do dos das del la le les du des al el e y et to in on pour von van der den ul ud ur i a",
);
/** Particles of people's names. */
export const PARTICLES = words(
  "al el bin ibn bint ben ould von van der den de da dos du del la le ter ul ud ur as ash ad an ar az at abu abd um umm di y e",
);
/** Particles with which a name may begin in lower case. */
export const LEADING_PARTICLES = words("al el as ash ad an ar az at");

/** Words that end a run of capitalised words: they begin sentences, or are capitalised without being part of a name. */
export const NEVER_NAMES = words(`
  a an the this that these those it its he she they we you i his her their our your my two three four five six seven
  eight nine ten eleven twelve dozens hundreds thousands some any all both each every no none not neither either nor and or but
  so yet if unless until while when whenever where wherever why how what which who whom whose because since although though
  as at by for from in into near of off on onto over under out per through throughout to toward towards up upon with within
  without about above across after against along amid among around before behind below beneath beside besides between beyond
  despite down during except inside like outside past plus than via versus there here then now today yesterday tomorrow
  tonight monday tuesday wednesday thursday friday saturday sunday january february march april
  june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec however meanwhile
  moreover furthermore therefore thus hence also still even just only once again never always often sometimes perhaps maybe
  indeed instead likewise similarly elsewhere earlier later finally recently according asked is are was were be been
  being am do does did have has had having would shall should can could might must let yes ok oh please such
  more most few fewer several less least former nearly almost roughly rather regardless given
  including regarding concerning gmt utc est edt pm gdp mr mrs ms xvi christmas easter ramadan late early mid`);

/** Words that are capitalised, or begin a sentence, without being a name by themselves. */
export const NEVER_ALONE = words(`
  may sun mon second first third fourth one last next own new old other others another many much same officials sources
  residents analysts witnesses diplomats experts critics supporters observers details nobody nothing everyone everything
  someone something anyone whether millions billions part parts member members state states top secret executive order
  islam christianity judaism islamist islamists muslim muslims christian christians jew jews jewish sunni shia shiite shiites
  sunnis kurd kurds kurdish arab arabs tuareg tuaregs hutu hutus tutsi tutsis uyghur uyghurs uighur uighurs rohingya yazidi
  yazidis druze alawite alawites pashtun pashtuns hazara hazaras baloch baluch slavic islamic communist communists marxist
  maoist maoists jihadist jihadists salafist english arabic farsi western eastern northern southern fulani hausa oromo
  amhara tigrayan tigrayans persian cossack bedouin catholic orthodox protestant buddhist hindu hindus latin slavs
  ceo cfo uav uavs drone drones ied ieds icbm icbms slbm hiv covid ai it tv vip id dna gps ais lng lpg ngo ngos mp mps fm ii
  iii iv vi vii viii ix phd ba ma hq pow pows idp idps wmd osint humint sigint noforn gop s t re ve ll d m rpg rpgs mig su
  himars atacms manpads nuclear st photo reporting editing updated updates breaking exclusive opinion analysis editorial note
  source table figure chapter annex article section paragraph resolution protocol act treaty pact accord accords agreement
  agreements convention charter declaration communique statement memorandum understanding report strategy doctrine plan
  deal bill law decree constitution foreign terrorist specially designated national nationals terrorists president minister
  government parliament army navy police council ministry court embassy congress general secretary commander king queen
  prince allah god koran quran bible black white red blue green summit operation exercise camp force forces group team
  mission party union bank people peoples north south east west middle internet twitter facebook telegram whatsapp euro
  dollar euros dollars am will european asian african american-made fighters rebels talks troops soldiers forces attacks
  strikes protests repairs banks bases customs diplomacy envoys sanctions ships tankers published correspondent dateline
  moro moros passover hanukkah nowruz diwali thanksgiving sabbath shabbat ashura arbaeen purim lent halloween nobel
  masalit massalit zaghawa nuer dinka banyamulenge lendu hema beja tamil tamils sinhalese romani roma patriot patriots javelin
  javelins stinger stingers shahed shaheds iskander iskanders kinzhal kalibr tomahawk tomahawks taurus leopard leopards abrams
  bradley gripen rafale rafales bayraktar oreshnik hwasong reaper geran lancet lancets hellfire merkava sukhoi antonov kalashnikov
  typhon typhoon typhoons brahmos starstreak gepard caesar krab fateh sejjil ghadr novichok starlink-equipped bitcoin tether ebola mpox cholera publisher
  editor organization organizations designation acting deputy vice us-led nazi nazis soviet soviets gulf fm radio nato-led islamists human rights defence defense foreign`);

/** Words that names of institutions are built of, by which "Defence Ministry" is told from a person's name. */
export const INSTITUTION_WORDS = words(`
  defence defense foreign affairs interior finance justice health information energy oil economy trade transport
  education culture agriculture labour labor commerce treasury security national federal state central general public
  international regional global world european african asian american arab islamic united joint special supreme high
  constitutional criminal human rights civil military naval air maritime coastal border land ground armed democratic
  popular people peoples liberation revolutionary resistance freedom patriotic socialist communist workers labour
  development reconstruction research analysis analytical monitoring support stabilization stabilisation stability
  strategic studies policy political economic social cooperation coordination humanitarian relief refugees refugee
  migration food agricultural atomic nuclear space science technology investigation investigative intelligence
  reconnaissance surveillance operations operational command control training transitional sovereign sovereignty
  presidential leadership interim provisional islamic republican royal imperial peacekeeping observer verification
  counterterrorism terrorism counter anti corruption sanctions implementation assets foreign money transfer exchange
  marine shipping trading services integrated multinational mobilization mobilisation emergency response disaster
  management environmental climate children women youth students teachers farmers journalists medical doctors red
  northern southern eastern western north south east west early warning systems crisis group network financial action
  task special inter services directorate eastern theatre theater mutual assistance collective treaty`);

/** Last words of things that are written like names and are none of an ontology of actors and places. */
export const NO_ENTITIES = words(`
  prize award awards medal act treaty agreement agreements accord accords pact protocol declaration constitution resolution day
  order plan doctrine law bill charter memorandum communique decree code clause cup championship championships games
  missile missiles rocket drone drones tank tanks jet jets aircraft helicopter rifle launcher dollar pound rupee
  language alphabet calendar bible quran virus vaccine amendment greenwich`);

/** What stands before the names of ships. */
export const SHIP_PREFIXES = words(
  "hms uss usns ins brp mv mt hmas hmcs hnlms rfs kri ara bap roks jds js ss ms fs its tcg pns bns irins rss hdms knm",
);

/** Titles that go before the names of bases and ports too: "King Khalid Air Base". */
export const HONOURED = words(
  "imam king prince queen general sheikh shah sultan marshal president crown lord emir saint martyr prophet",
);

/** Verbs of saying, whose subject is somebody. */
export const SAYING = words(`
  said says say told tells announced announces denied denies accused accuses warned warns claimed claims added argues argued
  insisted insists stressed confirmed confirms condemned condemns rejected rejects demanded demands vowed vows pledged
  pledges urged urges wrote writes called blamed blames declared declares acknowledged admitted asked asks threatened
  threatens promised promises refused refuses dismissed dismisses welcomed praised hopes hoped believes believed wants
  wanted fears agreed agrees offered offers expelled suspended imposed recalled summoned protested ordered responded
  retaliated replied insists sees saw considers considered signed voted backs backed supports supported agreed seeks sought
  plans planned decided approved lifted banned maintains maintained deployed sent sends withdrew launched invaded annexed`);

/** Lower-case nouns before or after a name that tell its kind. */
export const NEIGHBOURS: ReadonlyMap<string, EntityKind> = new Map(
  Object.entries({
    PERSON: `spokesman spokeswoman spokesperson leader commander chief president minister trader financier businessman
      businesswoman director analyst economist activist lawyer journalist emir warlord general colonel captain officer
      politician candidate lawmaker senator diplomat ambassador envoy adviser aide governor mayor judge prosecutor
      physician doctor nurse teacher farmer fisherman resident researcher professor historian cleric imam preacher sheikh
      smuggler trafficker operative recruiter founder brother son father wife daughter sister nephew cousin uncle
      successor predecessor co-founder chairman secretary oligarch dissident fugitive gangster kingpin
      coordinator head`,
    PLACE: `town city village province district region governorate territory county port island border outskirts
      neighbourhood neighborhood suburb area capital enclave crossing airport valley river mountain mountains hills
      coast commune prefecture oblast archipelago strait peninsula state hamlet settlement department municipality
      camp locality sector parish quarter island reef shoal`,
    MILITIA: `rebels rebel fighters militants militiamen militia militias insurgents guerrillas gunmen insurgency
      jihadists gang gangs cell faction dissidents mercenaries group guerrilla cartel`,
    MEDIA: "newspaper broadcaster outlet channel website daily magazine journal",
    ORGANIZATION: `party company movement firm charity union corporation bank think-tank association subsidiary
      conglomerate startup operator refinery nonprofit ngo`,
    BASE: "base airbase airfield garrison outpost barracks",
    EVENT: "exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame operation",
    MILITARY: "brigade battalion division regiment",
    AGENCY: "agency ministry",
  }).flatMap(([kind, text]) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => [word, kind as EntityKind] as const),
  ),
);
