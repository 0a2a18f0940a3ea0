/** The first assertions of an edge, joined to it as one text. */
import { LONGEST_KEPT } from "../evidence.ts";

const PLACE = `'assertion:' || lower(hex(a.key)), d.key, a.start, a.end, a.published`;
const WHOLE = `json_array(${PLACE}, q.text, a.status, ifnull(p.name, ''), a.date, a.confidence, x.name,
  json(a.trigger), json(a.subject_mention), json(a.object_mention), d.title, b.name, d.author, d.url)`;
const LENGTH = "length(q.text) + length(a.trigger) + length(ifnull(d.url, ''))";

/** The first assertions of the edge `r`, of which `?` are wanted, as a JSON list of `Kept`. */
export const FIRST_KEPT = `(SELECT json_group_array(json(kept)) FROM (
  SELECT iif(${LENGTH} > ${LONGEST_KEPT}, json_array(${PLACE}), ${WHOLE}) AS kept
  FROM assertion a CROSS JOIN document d ON d.id = a.document CROSS JOIN passage q ON q.id = a.passage
    CROSS JOIN extractor x ON x.id = a.extractor LEFT JOIN speaker p ON p.id = a.speaker
    LEFT JOIN publisher b ON b.id = d.publisher
  WHERE a.relation = r.id ORDER BY a.published DESC, a.document, a.start, a.end, a.key LIMIT ?))`;
