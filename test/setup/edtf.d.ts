/** The reference implementation of EDTF ships no types; the tests ask it for the bounds of intervals. */
declare module "edtf" {
  export default function edtf(text: string): { lower: { min: number }; upper: { max: number } };
}
