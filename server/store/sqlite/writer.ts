/** The way in: documents that are given while others wait are written in one transaction, and acknowledged after it. */
import type { DocumentId } from "../../../schema/ids.ts";
import type { ReadDocument } from "../../../schema/model.ts";
import { checkDocument } from "../check.ts";
import type { RemovalResult, WriteResult } from "../port.ts";
import type { Connection } from "./connection.ts";
import { NameRows } from "./names.ts";
import { removeDocument } from "./remove.ts";
import { type Checked, writeDocument } from "./write.ts";

interface Job extends Checked {
  readonly resolve: (result: WriteResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Assertions and mentions of a transaction: enough that its end costs little, few enough that others need not wait. */
const ENOUGH = 4_000;

const weightOf = ({ document }: Job) =>
  document.entities.reduce((sum, { mentions }) => sum + mentions.length, document.assertions.length + 1);

/** Writes documents, each whole or not at all. */
export class Writer {
  readonly #sql: Connection;
  #waiting: Job[] = [];

  constructor(sql: Connection) {
    this.#sql = sql;
  }

  /** Writes a document together with those that are given in the same moment. */
  async write(document: ReadDocument): Promise<WriteResult> {
    const tallies = checkDocument(document);
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ document, tallies, resolve, reject }) === 1) setImmediate(() => this.flush());
    });
  }

  remove(id: DocumentId): RemovalResult {
    this.flush();
    return this.#sql.transaction(() => removeDocument(this.#sql, id));
  }

  replace(document: ReadDocument): boolean {
    const tallies = checkDocument(document);
    this.flush();
    return this.#sql.transaction(() => {
      if (!removeDocument(this.#sql, document.id).removed) return false;
      writeDocument(this.#sql, new NameRows(this.#sql), { document, tallies }, new Date().toISOString());
      return true;
    });
  }

  /** Writes what waits. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let next = 0; next < waiting.length;) {
      const from = next;
      for (let weight = 0; next < waiting.length && weight < ENOUGH; next += 1) weight += weightOf(waiting[next]!);
      this.#writeTogether(waiting.slice(from, next));
    }
  }

  #writeTogether(jobs: readonly Job[]): void {
    try {
      const results = this.#transaction(jobs);
      for (const [i, { resolve }] of jobs.entries()) resolve(results[i]!);
    } catch (error) {
      // One of them may be at fault: each is tried by itself.
      if (jobs.length === 1) jobs[0]!.reject(error);
      else for (const job of jobs) this.#writeTogether([job]);
    }
  }

  #transaction(jobs: readonly Job[]): WriteResult[] {
    const now = new Date().toISOString();
    return this.#sql.transaction(() => {
      const names = new NameRows(this.#sql);
      return jobs.map((job) => writeDocument(this.#sql, names, job, now));
    });
  }
}
