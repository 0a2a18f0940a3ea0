/** Nouns by which a text refers back to what it has named: "the group", "the two countries", "the president". */
import type { EntityKind } from "../../../schema/ontology.ts";

const nouns = (kinds: string, text: string): [string, readonly EntityKind[]][] =>
  text
    .trim()
    .split(/\s+/)
    .map((noun) => [noun, kinds.split(" ") as EntityKind[]]);

/** What "the NOUN" may refer to, the likelier kind first. */
export const DESCRIPTIONS: ReadonlyMap<string, readonly EntityKind[]> = new Map([
  ...nouns("MILITIA ORGANIZATION", "group movement organization organisation network faction"),
  ...nouns(
    "MILITIA",
    "militia rebels insurgents militants rebel guerrillas jihadists gang gangs insurgency militias mercenaries cartel",
  ),
  ...nouns("STATE", "country nation kingdom republic countries nations"),
  ...nouns(
    "ORGANIZATION",
    "alliance bloc union company firm party mission charity court tribunal agency body watchdog bank association",
  ),
  ...nouns("GOVERNMENT", "junta government administration regime parliament authorities council presidency"),
  ...nouns("AGENCY", "ministry department directorate"),
  ...nouns("MILITARY", "army military navy force command corps brigade battalion"),
  ...nouns("MILITARY MILITIA", "paramilitary paramilitaries forces"),
  ...nouns("MEDIA", "newspaper outlet broadcaster channel daily"),
  ...nouns("BASE", "base airbase garrison outpost"),
  ...nouns("BASE PLACE", "camp"),
  ...nouns(
    "PLACE",
    "city town village province island peninsula strait enclave territory shoal reef port district valley crossing",
  ),
  ...nouns("EVENT", "exercise drill drills summit strike battle bombings war attack massacre offensive operation"),
  ...nouns(
    "PERSON",
    "president chancellor premier general commander leader minister secretary ambassador envoy spokesman spokeswoman financier warlord governor businessman cleric",
  ),
]);

/** What "the two NOUNS" and "both NOUNS" may refer to. */
export const PLURAL_DESCRIPTIONS: ReadonlyMap<string, readonly EntityKind[]> = new Map([
  ...nouns(
    "STATE",
    "countries states nations neighbours neighbors capitals allies powers governments republics members",
  ),
  ...nouns("STATE MILITIA MILITARY ORGANIZATION GOVERNMENT", "sides parties rivals foes"),
  ...nouns("MILITIA ORGANIZATION", "groups movements militias factions organizations organisations"),
  ...nouns("MILITARY MILITIA", "forces armies"),
  ...nouns("PERSON", "men women leaders presidents ministers generals commanders officials diplomats"),
  ...nouns("ORGANIZATION", "companies firms missions blocs bodies"),
  ...nouns("PLACE", "cities towns villages provinces islands"),
]);

export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
]);
