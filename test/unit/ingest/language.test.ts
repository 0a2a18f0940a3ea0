import { describe, expect, it } from "vitest";
import { languageOf } from "../../../server/ingest/language.ts";

describe("the language of a text", () => {
  it.each([
    ["Fine Gael or its predecessor Cumann na nGaedheal or Fianna Fáil have led every government since 1922."],
    [
      "Democrat Ron Wyden won a special election in Oregon to replace Republican Bob Packwood, leaving the balance even.",
    ],
    ["Iran"],
    ["Envoys Al-Sudani, Erdoğan, Lavrov meet Doha"],
    [""],
  ])("is English, however short, where English says so or nothing speaks against it: %s", (text) => {
    expect(languageOf(text)).toBe("en");
  });

  it.each([
    ["es", "Los rebeldes atacaron la base militar en el norte del país, según el ministerio."],
    ["de", "Die Bundesregierung verurteilt den Angriff auf die Botschaft."],
    ["nl", "De Nederlandse regering veroordeelt de aanval."],
    ["tr", "Türkiye dışişleri bakanı Bağdat'ta konuştu."],
    ["ru", "Министерство обороны сообщило об ударе по аэродрому."],
    ["ar", "قال المتحدث باسم الوزارة إن القوات انسحبت من القاعدة."],
    ["zh", "外交部发言人表示,双方将举行会谈。"],
  ])("is %s where a few words of it tell", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
