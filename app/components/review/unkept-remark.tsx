import { type RefObject, useEffect, useState } from "react";
import { fieldId } from "../field";
import { Notice } from "../notice";

/**
 * Stops a signature once while a remark is typed and not kept: it would not go
 * out with the decision. Stands right before the button.
 */
export function UnkeptRemark(props: {
  form: RefObject<HTMLFormElement | null>;
}) {
  const { form } = props;
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    const { current } = form;
    if (!current || isTold) return;
    const hold = (event: SubmitEvent) => {
      if (!hasUnkeptRemark()) return;
      event.preventDefault();
      setTold(true);
    };
    current.addEventListener("submit", hold);
    return () => {
      current.removeEventListener("submit", hold);
    };
  }, [form, isTold]);
  if (!isTold) return null;
  return (
    <Notice
      tone="warn"
      title="You typed a remark and did not keep it."
      isAnswer
    >
      <p>
        <a href={`#${fieldId("remark")}`}>Keep it first</a>, so that it goes out
        with your decision; or press “Sign this decision” once more to sign
        without it.
      </p>
    </Notice>
  );
}

function hasUnkeptRemark(): boolean {
  const remark = document.querySelector<HTMLTextAreaElement>(
    "form.remark-form textarea[name=remark]",
  );
  return remark !== null && remark.value.trim() !== "";
}
