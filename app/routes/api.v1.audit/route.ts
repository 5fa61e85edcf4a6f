import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireToken } from "~/auth/require-token.server";
import { type KnownEntry, listKnownChain } from "~/data/audit-chain.server";
import { askedForPart, partOf } from "~/lib/part-of";
import { onlyRead, problem } from "~/lib/problem";
import { readQuery } from "~/lib/query";
import { mayNotReadAudit } from "~/policy/person-roles";
import { wordRefusal } from "~/wording/refusals";
import { type AuditAnswer, auditQuery } from "./schema";

export const action = onlyRead;

/** The record of acts in its order, a part at a time, with what its chain is verified by. */
export async function loader({
  request,
}: Pick<LoaderFunctionArgs, "request">): Promise<Response> {
  const reader = await requireToken(request);
  if (reader instanceof Response) return reader;
  const refusal = mayNotReadAudit(reader);
  if (refusal) {
    const sentence =
      "The record of acts is for editors, clinical leads and admins.";
    return problem(wordRefusal(refusal).status, refusal, sentence);
  }
  const asked = readQuery(request, auditQuery);
  if (asked instanceof Response) return asked;
  const rows = await listKnownChain(reader.id, asked.after, askedForPart);
  const { part, followedFrom } = partOf(rows);
  const answer: AuditAnswer = {
    entries: part.map(entryOf),
    nextAfter: part.at(-1)?.seq ?? asked.after,
    hasMore: followedFrom !== null,
  };
  return Response.json(answer);
}

function entryOf(row: KnownEntry): AuditAnswer["entries"][number] {
  const { seq, prevHash, hash, isKnown, ...facts } = row;
  const none = {
    ...{ at: null, act: null, actorId: null, actor: null, realActor: null },
    ...{ pageId: null, page: null, payload: null },
  };
  return {
    seq,
    prevHash,
    hash,
    isWithheld: !isKnown,
    ...(isKnown ? facts : none),
  };
}
