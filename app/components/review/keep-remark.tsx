import { useEffect } from "react";
import {
  commentIn,
  forgetComment,
  keepComment,
  readKeptComment,
  type KeptComment,
} from "../kept-comment";

type Props = {
  /** From `keptCommentName`. */
  keptAs: string;
  /** The act before this screen added a comment. */
  hasSent: boolean;
};

/** Keeps the comment that is being typed on this device until it is sent. */
export function KeepRemark({ keptAs, hasSent }: Props) {
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>("form.remark-form");
    if (!form) return;
    const kept = readKeptComment(keptAs);
    if (kept?.isSent && hasSent) forgetComment(keptAs);
    else if (kept && commentIn(form).remark === "") fill(form, kept);
    const keep = () =>
      keepComment(keptAs, { ...commentIn(form), isSent: false });
    const send = () =>
      keepComment(keptAs, { ...commentIn(form), isSent: true });
    form.addEventListener("input", keep);
    form.addEventListener("submit", send);
    return () => {
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", send);
    };
  }, [keptAs, hasSent]);
  return null;
}

function fill(form: HTMLFormElement, kept: KeptComment): void {
  form.closest("details")?.setAttribute("open", "");
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "radio")
      field.checked = field.value === kept.kind;
    else if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = kept.mentionIds.includes(field.value);
      if (field.checked) field.closest("details")?.setAttribute("open", "");
    } else if (isField(field) && isKept(field.name))
      field.value = kept[field.name];
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(field: Element): field is Field {
  return (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  );
}

const keptFields = ["remark", "blockId", "quotation", "start"] as const;

function isKept(name: string): name is (typeof keptFields)[number] {
  return keptFields.some((each) => each === name);
}
