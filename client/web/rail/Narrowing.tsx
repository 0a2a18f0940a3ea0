/** The filters below the legend, folded until they are wanted. */
import { isTimed } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";
import { Days } from "./Days.tsx";
import { Fold } from "./Fold.tsx";
import { Names } from "./Names.tsx";
import { Strength } from "./Strength.tsx";
import { Words } from "./Words.tsx";

export function Narrowing() {
  const { speakers, publishers, extractors, minConfidence, minAssertions, minDocuments, words, time } = useFilters();
  const strength = Number(minConfidence > 0) + Number(minAssertions > 1) + Number(minDocuments > 1);
  return (
    <div className="mt-2.5 border-t border-line pt-2">
      <Fold title="Who says it" active={speakers.length}>
        <Names facet="speakers" label="Speakers" nameless="the authors themselves" />
      </Fold>
      <Fold title="Who published it" active={publishers.length}>
        <Names facet="publishers" label="Publishers" />
      </Fold>
      <Fold title="When" active={Number(isTimed(time))}>
        <Days />
      </Fold>
      <Fold title="How well it is backed" active={strength}>
        <Strength />
      </Fold>
      <Fold title="Words in the sentence" active={Number(words !== "")}>
        <Words />
      </Fold>
      <Fold title="What read it" active={extractors.length}>
        <Names facet="extractors" label="Extractors" />
      </Fold>
    </div>
  );
}
