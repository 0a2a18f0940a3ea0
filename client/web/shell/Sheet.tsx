/** The tables of edges and actors, drawn up from below the canvas. */
import { lazy, Suspense } from "react";
import { Icon } from "../parts/Icon.tsx";
import { Skeleton } from "../parts/Trouble.tsx";
import { useVisible } from "../state/store.ts";
import { counted } from "../text/words.ts";
import { Divider } from "./Divider.tsx";
import { setSheetHeight, SHEET, toggleSheet, usePreferences } from "./preferences.ts";

const Tables = lazy(() => import("../table/Tables.tsx").then((m) => ({ default: m.Tables })));

export function Sheet() {
  const { sheetOpen, sheetHeight } = usePreferences();
  const { relations } = useVisible();
  return (
    <section
      aria-label="Table"
      className="relative flex max-h-[70%] shrink-0 flex-col border-t border-line bg-surface"
      style={{ height: sheetOpen ? sheetHeight : 33 }}
    >
      {sheetOpen && (
        <Divider
          label="Height of the table"
          orientation="horizontal"
          value={sheetHeight}
          limits={SHEET}
          onChange={setSheetHeight}
          className="inset-x-0 -top-[3px] h-[5px]"
        />
      )}
      <button
        type="button"
        aria-expanded={sheetOpen}
        onClick={toggleSheet}
        title="T"
        className="flex h-8 shrink-0 items-center gap-2 px-3 text-left text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Icon name="table" />
        <span className="grow">Table of {counted(relations.length, "edge")}</span>
        <Icon name={sheetOpen ? "down" : "up"} />
      </button>
      {sheetOpen && (
        <div className="min-h-0 grow border-t border-line">
          <Suspense fallback={<Skeleton label="The table is coming" lines={4} />}>
            <Tables />
          </Suspense>
        </div>
      )}
    </section>
  );
}
