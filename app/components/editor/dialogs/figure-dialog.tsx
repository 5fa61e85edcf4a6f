import { useEffect, useRef, useState, type ChangeEvent } from "react";
import { altRule, creditRule, licenceRule } from "~/content/attribute-rules";
import { figureFolders } from "~/content/figure-folders";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import { DialogField } from "../dialog-field";
import { sendFigure, type StoredFigure } from "../figure-request";
import { insertBlock } from "../insert-block";
import type { DialogProps } from "./dialog-props";
import { setAttributes } from "./put-in";

type Sending = { is: "idle" } | { is: "sending"; share: number };

/**
 * An image with what must be known of it. The words, credit and licence may
 * come later: they are asked for before the page is sent, not before it is
 * saved. A refused image leaves everything that was typed.
 */
export function FigureDialog({ editor, figuresUrl, onClose }: DialogProps) {
  const [chosen] = useState(() => chosenNode(editor, "figure"));
  const attrs = chosen?.node.attrs;
  const [stored, setStored] = useState<StoredFigure | null>(
    attrs?.file
      ? { file: attrs.file, width: attrs.width, height: attrs.height }
      : null,
  );
  const [alt, setAlt] = useState(String(attrs?.alt ?? ""));
  const [isDecorative, setIsDecorative] = useState(
    attrs?.isDecorative === true,
  );
  const [credit, setCredit] = useState(String(attrs?.credit ?? ""));
  const [licence, setLicence] = useState(String(attrs?.licence ?? ""));
  const [error, setError] = useState<string | null>(null);
  const [altError, setAltError] = useState<string | null>(null);
  const [sending, setSending] = useState<Sending>({ is: "idle" });
  const stop = useRef(new AbortController());

  useEffect(() => {
    const stopping = new AbortController();
    stop.current = stopping;
    return () => stopping.abort();
  }, []);

  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file === undefined || figuresUrl === null) return;
    setError(null);
    setSending({ is: "sending", share: 0 });
    const reply = await sendFigure(
      figuresUrl,
      file,
      stop.current.signal,
      (share) => setSending({ is: "sending", share }),
    );
    if (stop.current.signal.aborted) return;
    setSending({ is: "idle" });
    if (reply.ok) setStored(reply.figure);
    else setError(reply.sentence);
  };
  const act = () => {
    if (sending.is === "sending") return;
    if (altRule.read(alt, {}) === undefined) {
      setAltError(altRule.says);
      return;
    }
    const facts = {
      ...(stored ?? { file: null, width: null, height: null }),
      alt: isDecorative ? "" : alt.trim(),
      isDecorative,
      credit: creditRule.read(credit.trim(), {}) ?? "",
      licence: licenceRule.read(licence.trim(), {}) ?? "",
    };
    if (chosen) setAttributes(editor, chosen.at, facts);
    else {
      const figure = editor.schema.nodes.figure?.create(facts);
      if (figure) insertBlock(editor, figure);
    }
    onClose();
  };

  return (
    <Dialog
      title="Figure"
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      {stored ? (
        <img
          className="dialog-figure"
          src={`${figureFolders.staff}${stored.file}`}
          alt={isDecorative ? "" : alt}
        />
      ) : null}
      {figuresUrl === null ? null : (
        <DialogField
          label={stored ? "Another image" : "Image"}
          hint="PNG, JPEG or WebP. It is checked and written anew before it is kept."
          type="file"
          accept="image/png,image/jpeg,image/webp"
          data-first
          error={error}
          onChange={(event) => void upload(event)}
        />
      )}
      <p className="dialog-reading" role="status">
        {sending.is === "sending" ? (
          <>
            <progress max={1} value={sending.share}>
              {Math.round(sending.share * 100)} %
            </progress>{" "}
            {sending.share < 1 ? "Sending the image…" : "Checking the image…"}
          </>
        ) : stored ? (
          `Kept, ${stored.width} by ${stored.height} pixels.`
        ) : (
          ""
        )}
      </p>
      <label className="choice">
        <input
          type="checkbox"
          className="choice-input"
          checked={isDecorative}
          onChange={(event) => setIsDecorative(event.target.checked)}
        />
        Decorative: it says nothing that the text does not
      </label>
      {isDecorative ? null : (
        <DialogField
          label="Alternative text"
          hint="What the image tells, for those who cannot see it"
          maxLength={1000}
          value={alt}
          error={altError}
          onChange={(event) => {
            setAlt(event.target.value);
            setAltError(null);
          }}
        />
      )}
      <DialogField
        label="Credit"
        hint="Who made it"
        maxLength={300}
        value={credit}
        onChange={(event) => setCredit(event.target.value)}
      />
      <DialogField
        label="Licence"
        hint="Such as CC BY 4.0, or with permission of the journal"
        maxLength={200}
        value={licence}
        onChange={(event) => setLicence(event.target.value)}
      />
      <p className="dialog-hint">
        The caption is written below the image in the text.
      </p>
    </Dialog>
  );
}
