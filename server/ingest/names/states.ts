/** The world's states as gazetteer entries, out of the package world-countries. */
import countries, { type Country } from "world-countries";
import type { GazetteerEntry } from "./entry.ts";

/** Peoples' names that are no single word of the language of news: "Vincentian or Saint Vincentian". */
const usable = (demonym: string): boolean =>
  /^\p{Lu}/u.test(demonym) && !/,| or |Islander|Mosotho|Motswana/.test(demonym);

const isState = (country: Country): boolean =>
  country.independent === true || ["PS", "TW", "XK"].includes(country.cca2);

/** Every independent state, and Kosovo, Palestine and Taiwan, with names, demonym, capital and middle. */
export const worldStates = (): GazetteerEntry[] =>
  countries.filter(isState).map((country) => ({
    kind: "STATE",
    name: country.name.common,
    aliases: [country.name.official],
    demonyms: Object.values(country.demonyms["eng"] ?? {}).filter(usable),
    capitals: country.capital,
    country: country.cca2,
    latitude: country.latlng[0],
    longitude: country.latlng[1],
  }));
