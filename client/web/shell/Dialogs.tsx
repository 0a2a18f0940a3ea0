/** The dialogs; each is fetched when it is first opened. */
import { lazy, Suspense } from "react";
import { Boundary } from "../parts/Boundary.tsx";
import { useDialog } from "../state/dialogs.ts";
import { useExplorer } from "../state/store.ts";
import { workingHands } from "./hands.ts";

const Help = lazy(() => import("./Help.tsx").then((m) => ({ default: m.Help })));
const AddDocument = lazy(() => import("../ingest/AddDocument.tsx").then((m) => ({ default: m.AddDocument })));
const Palette = lazy(() => import("./Palette.tsx").then((m) => ({ default: m.Palette })));
const Take = lazy(() => import("../take/Take.tsx").then((m) => ({ default: m.Take })));
const KeptDialog = lazy(() => import("../keep/KeptDialog.tsx").then((m) => ({ default: m.KeptDialog })));
const StoryEditor = lazy(() => import("../keep/StoryEditor.tsx").then((m) => ({ default: m.StoryEditor })));
const Guard = lazy(() => import("../panel/Guard.tsx").then((m) => ({ default: m.Guard })));

export function Dialogs() {
  const dialog = useDialog();
  const guard = useExplorer((explorer) => explorer.guard);
  return (
    <Boundary what="The dialog">
      <Suspense>
        {dialog.open === "help" && <Help />}
        {dialog.open === "add" && <AddDocument />}
        {dialog.open === "palette" && <Palette />}
        {dialog.open === "take" && <Take geometry={() => workingHands()?.stage.geometry()} />}
        {dialog.open === "kept" && <KeptDialog />}
        {dialog.open === "story" && <StoryEditor key={dialog.story?.id ?? "new"} story={dialog.story} />}
        {guard && <Guard key={guard} id={guard} />}
      </Suspense>
    </Boundary>
  );
}
