/** Common given names of many languages, by which people without a title are told from places and bodies. */
const NAMES = `
  abbas abd abdallah abdel abdelaziz abdelkader abdelmalek abdi abdirahman abdo abdou abdoul abdoulaye abdul abdulaziz abdulla abdullah abdullahi
  abdulrahman abdur abebe abel abiodun abiy abu abubakar achille ada adam adama adel aden adil adnan adrian agnes ahmad ahmadou ahmed ahmet
  aicha aisha aissata akram alain alan albert alberto aldo alejandra alejandro aleksandar aleksandr aleksei alemayehu alena alessandro alex alexander
  alexandra alexandre alexei alexey alfred alfredo ali alice alicia alioune alok alpha amadou aman amanda amani amanuel amar amara ambrose amin
  amina aminata amine amir amit amjad ammar amos amr ana anand anas anastasia anatoly anders andre andrea andreas andrei andrej andres andrew
  andrey andrii andriy andrzej angela angelina angelo anil anita anja ann anna anne anthony antoine anton antonia antonio anwar aram aref
  aria ariel arif arjun arkady armando armen arnaud arne arsen artem arthur arturo arun asad asghar ashok ashraf asif aslan assad
  astrid atef augustin augusto aung ayesha ayman azad azeez aziz babak babacar bakary baker bakhtiar barbara barham barry bart basel bashar
  bashir basil bassam bassem beatrice beatriz bekele benard benedict benjamin benoit bernard bernardo bertrand bilal bilel birgit birtukan bob bogdan
  boris bosco brahim brandon brenda brian brice bruce bruno burak bwalya camila camille carl carla carlo carlos carmen carol carolina caroline
  catherine cecilia celine cesar chaim chandra charles charlotte chen cheikh chiara chinedu chloe chris christian christina christine christophe christopher
  ciaran claire clara clarisse claude claudia claudio clement cristian cristina cyril cyrille dalia damian damien dan dana daniel daniela daniele danilo
  danny daoud dario dariusz darko daud dave david dawit deborah deepak demba denis dennis denys derek desire dhia diana didier diego dieudonne
  dieter dilip dimitri dina dinesh dionisio djibril dmitri dmitriy dmitry dmytro dominic dominik dominique don donald dong donna dorothy drissa duncan
  ebrahim edgar edmund eduard eduardo edward edwin efraim ehud eileen ekaterina elaine elena eli elias elif elijah elisa elisabeth elizabeth ella ellen
  elmira elon elsa emad eman emanuel emeka emil emile emilio emily emma emmanuel emre enrique eric erica erik erika erkan ernest ernesto
  esmail esther estelle etienne eugene eva evan evelyn evgeny eyad eyal ezra fadi fadel fahad faisal faiz faizal fares farah farhan farhad farid fatima fatimah
  fatma fatou fatoumata fawzi federico felipe felix ferdinand fernando fidel filip filipe finn fiona firas florence florian fouad frances francesca francesco
  francis francisco franck francois frank franz fred frederic frederick fredrik friedrich fuad gabriel gabriela gabriele gad galina gareth garry gary gaspard gavin
  gebre geert geoffrey george georges georgi georgy gerald gerard gerardo gerhard german getachew ghassan ghulam gideon gilbert gilles gino giorgio giorgi giovanni
  gisele giulia giuseppe gleb gloria godfrey gonzalo gopal gordon goran grace graham greg gregory grigory guillaume guillermo gulnara gunnar gustav gustavo
  guy habib habiba hadi hadiza hafiz hafsa haider haim haitham hakan hakim halima hamad hamadi hamdi hamed hamid hamza hana hanan hani hanna hannah hans hao
  harald haris harold haroun harry harun haruna hasan hassan hatem haydar heather hector heidi heinrich helen helena helene helge henri henrik henrique henry
  herman hernan hesham hicham hilary hillary hiroshi hisham hocine houda howard hsiao huang hubert hugh hugo humberto hung husam husayn hussain hussam
  hussein hyun ian ibrahim ibrahima idris idriss iftikhar ignacio igor ihab ihor ilan ilham ilia ilya iman imad imran inam ines ingrid ioana ion irene irina iryna
  isaac isabel isabella isabelle ishaq ismael ismail israr issa issam issouf itamar iulia ivan ivana ivica ivo iyad jaafar jabbar jabir jack jackie jackson jacob jacqueline jacques
  jafar jaime jakob jakub jalal jamal james jameel jamil jamila jan jana jane janet janez janine janusz jared jaroslav jason jasper javad javed javier jawad jay jean jeanne
  jeff jeffrey jelena jens jeremy jerome jerry jesper jessica jesus jim jimmy jin joan joanna joao joaquin joe joel joerg johan johanna johannes john johnny johnson jomo jon
  jonas jonathan jorg jorge jose josef joseph josephine joshua josip jovan joy joyce juan juana judith juergen juha juhani jukka julia julian juliana julie julien juliet julio
  julius jun jung jurgen justin justine kader kadir kai kajsa kamal kamel kamil kamran karel karen karim karin karina karl karolina kasim katarina kate kateryna katherine
  kathleen kathryn katrin kayode kazim keith keiko ken kenan kenji kenneth kevin khaled khalid khalifa khalil khin khurram kim kiran kirill kirsten klaus klara kofi konstantin
  kostas krishna kristian kristina kristof krzysztof kumar kurt kwame kyaw kyle lala lamia lamin lamine lansana larisa larry lars latif latifa laura laurence laurent lawrence layla
  leah lee leila lena lennart leo leon leonard leonardo leonid leroy leslie li liam lida lidia lili lilian liliana lin lina linda lisa liudmila liz lloyd lorena lorenzo louis louise
  luc luca lucas lucia luciano lucie lucy ludmila luis luisa luiz lukas lukasz luke lydia lyudmila maciej madeleine magdalena magnus maha mahamadou mahamane mahamat mahdi
  maher mahmood mahmoud mahmud maina majed majid makoto malek malik mamadou mamoun manal mansour manuel manuela marc marcel marcela marcelo marcin marco marcos marcus
  margaret margarita maria mariam marian mariana marie marija marin marina mario marion maris marjan mark marko markus marta martha martin martina marwa marwan mary
  maryam maryna masood masoud massimo mathias mathieu mats matt matteo matthew matthias matthieu maurice mauricio max maxim maxime maya mazen mehdi mehmet mehran melanie
  melissa meles mercy mia michael michal michel michele michelle miguel mihai mika mikael mike mikhail mila milan milena milos mina ming mira miriam mirjana miroslav mitchell
  moctar modibo mohamad mohamed mohammad mohammed mohamud mohan mohsen moise mojtaba moktar mona monica monika morgan moritz moses moshe mostafa mouhamadou moussa mubarak
  muhammad muhammadu muhammed muhsin mukhtar mulugeta munir murad murat musa mustafa mustapha myint myo nabil nabila nadeem nader nadia nadine nadir nadja naeem nahid naim naing najib
  nam nana nancy naoko naomi narendra nasir nasreen nasser natalia natalie natalya nathalie nathan nawaf nawal nazir neil nelson nenad ngozi nguyen nicholas nick nicola nicolae nicolas nicole
  nidal niels nigel nikita nikola nikolai nikolaos nikolay nils nina nino nir niv noah noam noel noemi nora norbert nour nouri noura nur nurul oded ofer ola olaf olah ole oleg oleh
  oleksandr oleksii oleksiy olena olga oliver olivia olivier omar omer ophelia orhan orlando oscar osama oskar osman otto oumar oumarou ousmane pablo paolo papa parviz pascal pat patricia patrice
  patrick patrik paul paula paulina paulo pavel pavlo pawel pedro peggy penelope per perry peter petr petra petro petros phil philip philipp philippe phillip pierre piotr pradeep prakash priya
  qais qasem qasim quentin rachel rachid radek rafael rafiq raed raffi rahim rahul raj rajesh rajiv ralf ralph rama ramadan rami ramin ramiro ramon ramzan ramzi ran rana randy rania raphael raquel
  rashad rashed rashid rasmus raul ravi ray raymond raza razia rebecca regina reinhard renata renato rene reza ricardo richard rick rifat riad riccardo rita riyad rob robert roberta roberto robin rodrigo
  roger rohan roland rolf roman romain ron ronald ronen rosa rosario rose ross roy ruben rudolf rui ruslan russell rustam rustem ruth ryan saad saba sabah sabine sabri sabrina sadiq saeed safa sahar said saida
  saif sajid sakina salah salahuddin saleh salem salim salima salma salman salome salvador sam sama samantha sameer sami samia samir samira sammy samson samuel sana sandra sandro sandy sani sanjay santiago sanusi
  sara sarah sardar sasha satoshi saud saul scott sean sebastian sebastien seham selim selma semyon seo serge sergei sergey sergi sergio serhii serhiy seth seung seyed seyni shahid shahram shai shaimaa shakil shamil
  sharif sharon shaukat shaun shawn shehu sheila shimon shin shirin shlomo shreya shukri siaka sidi sidiki sigrid silvia silvio simeon simon simona simone sinan siobhan slavica slobodan sofia solomon sonia sonja
  sophia sophie souleymane stanislav stanley stefan stefania stefano stella stelios stephan stephane stephanie stephen steve steven stewart stuart sulaiman suleiman sumit sunil suresh susan susana susanne suzanne sven svetlana
  svitlana sylvain sylvia sylvie tadesse taha taher tahir takashi talal tamar tamara tamer tanja tania tanya tao tarek tariq taras tatiana tatyana taylor ted tekle teodor teresa terry tewodros than thein theo
  theodore theresa therese thiago thierry thomas tiago tigran tim timo timothy timur tin tina tobias tom tomas tomasz tomislav tommy toni tony trevor tsegaye tuan tunde turki tyler uday ulrich umar umaru umberto
  usman usha uwe vadim vadym valentin valentina valentyn valeri valeria valerie valery vanessa vasil vasile vasily vasyl vera verena veronica veronique vicente victor victoria vijay viktor viktoria vikram vincent
  vinod virginia virginie vitali vitaliy vitaly vito vladimir vladislav vladyslav volker volodymyr vyacheslav wael wahid waleed walid walter wang wanjiru warren wassim wei wendy werner wilfred wilhelm will william winston
  wissam wladimir wolfgang xavier xiang yaakov yacine yaël yahya yair yakov yan yann yannick yaroslav yaser yasin yasir yasmin yasmine yassin yassine yasser yazid yehuda yelena yevgeny yevhen yigal yitzhak yoav yohannes
  yolanda yonas yong yoram yoshi yosef youcef younes youssef youssouf yuki yuliia yulia yun yunus yuri yuriy yuriko yusuf yves yvette yvonne zachary zafar zahid zahir zahra zaid zainab zaki zakaria zara zeev zeinab zeljko
  zenawi zeynep zhang zhao zia ziad zoe zoltan zoran zubair zulfiqar zuzana`;

/** Folded given names. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
