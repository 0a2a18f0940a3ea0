/**
 * What one answer may hold in fact. The cost of a query is what its answer could hold at most, which is far more than
 * most answers do; the budget is spent by what the store gives, so that no answer outgrows memory.
 */
import { refusal } from "./refusal.ts";

/** The most rows of lists, and characters of documents' texts, in one answer. */
export const BUDGET = { rows: 250_000, characters: 100_000_000 } as const;

/** The budget of one request. */
export class Budget {
  #rows = 0;
  #characters = 0;

  /** Throws a refusal once there are too many. */
  rows(count: number): void {
    this.#rows += count;
    if (this.#rows > BUDGET.rows)
      throw refusal(`The answer has more than ${BUDGET.rows} rows; ask for fewer with \`first\`.`, "TOO_COSTLY");
  }

  /** Each text counts as often as the answer repeats it. */
  text(characters: number): void {
    this.#characters += characters;
    if (this.#characters > BUDGET.characters)
      throw refusal(
        `The answer has more than ${BUDGET.characters} characters of text; ask for fewer documents at a time.`,
        "TOO_COSTLY",
      );
  }
}
