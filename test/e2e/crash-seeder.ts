/** Writes documents into the store of a file until it is killed, and tells each that the store has acknowledged. */
import { writeSync } from "node:fs";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { crashDocuments } from "./crash-documents.ts";

const TOGETHER = 5;

const tell = (line: string) => writeSync(1, `${line}\n`);

const documents = crashDocuments();
tell("ready");
const store = await openSqlite(process.argv[2]!);
// Some together, as a load gives them; each is acknowledged by itself.
for (let next = 0; next < documents.length; next += TOGETHER) {
  const given = documents.slice(next, next + TOGETHER);
  await Promise.all(
    given.map(async (document) => {
      const { known } = await store.write(document);
      if (!known) tell(document.id);
    }),
  );
}
await store.close();
tell("done");
