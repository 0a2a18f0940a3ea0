/** The leaf of the panel that tells what lies between two actors: chains of sentences, and whom both are linked with. */
import type { EntityId } from "../../../schema/ids.ts";
import { addToView } from "../actions/grow.ts";
import { Button } from "../parts/Button.tsx";
import { KindGlyph } from "../parts/Glyph.tsx";
import { isFiltering } from "../state/filters.ts";
import { filtersOf } from "../state/session.ts";
import { useExplorer, useView } from "../state/store.ts";
import { counted } from "../text/words.ts";
import { type Between as Answer, MOST_HOPS, MOST_PATHS, MOST_SHARED } from "./between.ts";
import { ChainCard } from "./ChainCard.tsx";
import { showChains } from "./question.ts";

function Nothing() {
  const filtering = useExplorer(({ session }) => isFiltering(filtersOf(session)));
  return (
    <p className="px-4 py-3 text-ink-2">
      No chain of up to {MOST_HOPS} edges joins them
      {filtering ? " under the filters that hold now. Clear the filters and ask again." : "."}
    </p>
  );
}

function Shared({ answer }: { readonly answer: Answer }) {
  const { shared } = answer;
  const least = shared.length >= MOST_SHARED ? "At least " : "";
  return (
    <section className="border-t border-line px-4 py-3">
      <h3 className="font-medium">
        {shared.length === 0 ? "No neighbour in common" : `${least}${counted(shared.length, "neighbour")} in common`}
      </h3>
      <ul className="mt-1.5 flex flex-wrap gap-1">
        {shared.map(({ id, name, kind }) => (
          <li key={id}>
            <Button look="outlined" onClick={() => void addToView(id)} title={`Add ${name} to the view`}>
              <KindGlyph kind={kind} size={14} />
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Heading({ answer }: { readonly answer: Answer }) {
  const { entities } = useView();
  const name = (id: EntityId) =>
    answer.chains[0]?.entities.find((e) => e.id === id)?.name ?? entities.get(id)?.name ?? id;
  const { chains } = answer;
  const many = chains.length >= MOST_PATHS ? `The first ${MOST_PATHS} chains` : counted(chains.length, "chain");
  return (
    <header className="px-4 pt-3 pb-3">
      <h2 className="text-large">
        <span className="text-ink-2">Between</span> <span className="font-medium">{name(answer.from)}</span>{" "}
        <span className="text-ink-2">and</span> <span className="font-medium">{name(answer.to)}</span>
      </h2>
      {chains.length > 0 && <p className="mt-1 text-small text-ink-2">{many}, the shortest first</p>}
    </header>
  );
}

export function Between({ answer }: { readonly answer: Answer }) {
  const { relations } = useView();
  const missing = answer.chains.some(({ hops }) => hops.some(({ relation }) => !relations.has(relation.id)));
  return (
    <section aria-label="Between two actors">
      <Heading answer={answer} />
      {answer.chains.length === 0 && <Nothing />}
      <ol aria-label="Chains">
        {answer.chains.map((chain) => (
          <ChainCard key={chain.hops.map(({ relation }) => relation.id).join(" ")} chain={chain} />
        ))}
      </ol>
      {missing && (
        <div className="border-t border-line p-3">
          <Button look="outlined" icon="plus" onClick={() => showChains(answer.chains)}>
            Show all of them on the canvas
          </Button>
        </div>
      )}
      <Shared answer={answer} />
    </section>
  );
}
