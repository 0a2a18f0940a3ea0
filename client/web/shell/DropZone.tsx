/** Files dropped anywhere on the page are looked at, and wait in the panel for a decision. */
import { useEffect, useState } from "react";
import { turnTo } from "../actions/edit.ts";

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

async function giveFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const { give } = await import("../ingest/queue.ts");
  const about = { title: "", publisher: "", published: "" };
  give(
    files.map((file) => ({ is: "file", file, about })),
    false,
  );
  turnTo("adding");
}

export function DropZone() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void giveFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-50 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-surface/80 backdrop-blur-sm">
      <p className="text-large font-medium">Drop to see what these documents add</p>
    </div>
  );
}
