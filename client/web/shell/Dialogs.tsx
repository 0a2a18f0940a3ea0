/** The dialogs; each is fetched when it is first opened. */
import { lazy, Suspense } from "react";
import { useDialog } from "../state/dialogs.ts";
import { useExplorer } from "../state/store.ts";

const Help = lazy(() => import("./Help.tsx").then((m) => ({ default: m.Help })));
const AddDocument = lazy(() => import("../ingest/AddDocument.tsx").then((m) => ({ default: m.AddDocument })));
const Guard = lazy(() => import("../panel/Guard.tsx").then((m) => ({ default: m.Guard })));

export function Dialogs() {
  const dialog = useDialog();
  const guard = useExplorer((explorer) => explorer.guard);
  return (
    <Suspense>
      {dialog.open === "help" && <Help />}
      {dialog.open === "add" && <AddDocument key={dialog.files.length} files={dialog.files} />}
      {guard && <Guard key={guard} id={guard} />}
    </Suspense>
  );
}
