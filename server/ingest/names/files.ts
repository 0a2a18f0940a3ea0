/** The gazetteer from its files: the only place in this room that touches the disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GazetteerEntry, parseGazetteer } from "./entry.ts";
import { compileGazetteer, type Gazetteer } from "./gazetteer.ts";
import { worldStates } from "./states.ts";

/** The content of one gazetteer file, with its name for messages. */
export interface GazetteerFile {
  readonly name: string;
  readonly content: string;
}

const isState = (entry: GazetteerEntry): boolean => entry.kind === "STATE" && entry.country !== undefined;
const merged = <T>(a: readonly T[] = [], b: readonly T[] = []): readonly T[] => [...new Set([...a, ...b])];

/** A state as the package has it, with what our own file says instead or besides. */
function correctState(state: GazetteerEntry, own: GazetteerEntry | undefined): GazetteerEntry {
  if (!own) return state;
  return {
    ...state,
    name: own.name,
    aliases: merged(own.aliases, [state.name, ...state.aliases]).filter((alias) => alias !== own.name),
    demonyms: own.demonyms?.length ? own.demonyms : (state.demonyms ?? []),
    capitals: own.capitals?.length ? own.capitals : (state.capitals ?? []),
  };
}

/** The states of world-countries, corrected and extended by the given files; later files go before earlier ones. */
export function loadGazetteer(files: readonly GazetteerFile[]): Gazetteer {
  const own = files.flatMap(({ name, content }) => parseGazetteer(content, name));
  const corrections = new Map(own.filter(isState).map((entry) => [entry.country, entry]));
  const states = worldStates().map((state) => correctState(state, corrections.get(state.country)));
  const known = new Set(states.map((state) => state.country));
  return compileGazetteer([...states, ...own.filter((entry) => !isState(entry) || !known.has(entry.country))]);
}

/** Reads every .csv file of a folder, in order of name, and then the desk's own file if there is one. */
export function readGazetteers(folder: string, extraPath?: string): Gazetteer {
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const files = names.sort().map((name) => ({ name, content: readFileSync(join(folder, name), "utf8") }));
  if (extraPath) files.push({ name: extraPath, content: readFileSync(extraPath, "utf8") });
  return loadGazetteer(files);
}
