import { describe, expect, it } from "vitest";
import { bins, calibrationError } from "../../eval/calibration.ts";

const bets = (confidence: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
];

describe("calibration", () => {
  it("bins by tenths, a confidence of 1 in the last", () => {
    expect(bins([...bets(1, 1, 0), ...bets(0.9, 1, 0), ...bets(0.45, 0, 1)])).toEqual([
      { from: 0.4, to: 0.5, edges: 1, right: 0, said: 0.45 },
      { from: 0.9, to: 1, edges: 2, right: 2, said: 0.95 },
    ]);
  });

  it("has no error where 0.8 is right four times in five", () => {
    expect(calibrationError(bins(bets(0.8, 4, 1)))).toBeCloseTo(0);
  });

  it("weighs the distance of a bin by its edges", () => {
    expect(calibrationError(bins([...bets(0.9, 0, 1), ...bets(0.5, 3, 0)]))).toBeCloseTo((0.9 + 3 * 0.5) / 4);
  });

  it("of nothing is 0", () => {
    expect(calibrationError(bins([]))).toBe(0);
  });
});
