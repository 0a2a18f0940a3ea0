/** The scalars for dates, which check what they are given and say how to write it. */
import { Kind, type ValueNode } from "graphql";
import { isDay, isEdtf } from "../../schema/edtf.ts";
import { refusal } from "./refusal.ts";

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** The same instant in UTC, or undefined if the string is no instant. */
function instant(text: string): string | undefined {
  if (!RFC_3339.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.valueOf()) ? undefined : time.toISOString();
}

function textScalar(read: (text: string) => string | undefined, hint: string) {
  const parse = (value: unknown): string => {
    const text = typeof value === "string" ? read(value) : undefined;
    if (text === undefined) throw refusal(`${JSON.stringify(value)} is not ${hint}.`);
    return text;
  };
  const parseLiteral = (node: ValueNode): string =>
    parse(node.kind === Kind.STRING ? node.value : "value" in node ? node.value : node.kind);
  // Functions alone, so that the SDL's descriptions stay.
  return { __serialize: String, __parseValue: parse, __parseLiteral: parseLiteral };
}

/** Resolvers of the schema's scalars. */
export const scalars = {
  Date: textScalar((text) => (isDay(text) ? text : undefined), "a day of the calendar; write YYYY-MM-DD"),
  DateTime: textScalar(instant, "an instant; write it as RFC 3339, like 2024-09-30T12:00:00Z"),
  EDTF: textScalar(
    (text) => (isEdtf(text) ? text : undefined),
    "a date in EDTF; write it like 2024-09, 2024-05-21/2024-05-31 or 2023/..",
  ),
};
