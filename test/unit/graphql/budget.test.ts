import { expect, it } from "vitest";
import { Budget, BUDGET } from "../../../server/graphql/budget.ts";

it("lets an answer hold what the budget says, and not one row or letter more", () => {
  const budget = new Budget();
  budget.rows(BUDGET.rows - 1);
  budget.rows(1);
  expect(() => budget.rows(1)).toThrow(`more than ${BUDGET.rows} rows`);
  budget.text(BUDGET.characters);
  expect(() => budget.text(1)).toThrow(`more than ${BUDGET.characters} characters`);
});
