import type { ComponentType } from "react";
import type { DialogName } from "../tools";
import { CaptionDialog } from "./caption-dialog";
import { CitationDialog } from "./citation-dialog";
import { CommentDialog } from "./comment-dialog";
import type { DialogProps } from "./dialog-props";
import { GuidelineDialog, ResourceDialog } from "./entry-dialogs";
import { FigureDialog } from "./figure-dialog";
import { FusionDialog } from "./fusion-dialog";
import { GeneDialog } from "./gene-dialog";
import { LinkDialog } from "./link-dialog";
import { ReusableDialog } from "./reusable-dialog";
import { TherapyDialog } from "./therapy-dialog";
import { TimelineDialog } from "./timeline-dialog";
import { VariantDialog } from "./variant-dialog";

/** All dialogs in one script, fetched when writing begins or one is opened. */
export const dialogs: Record<DialogName, ComponentType<DialogProps>> = {
  link: LinkDialog,
  citation: CitationDialog,
  comment: CommentDialog,
  gene: GeneDialog,
  variant: VariantDialog,
  fusion: FusionDialog,
  therapy: TherapyDialog,
  caption: CaptionDialog,
  timelineEntry: TimelineDialog,
  figure: FigureDialog,
  reusable: ReusableDialog,
  resource: ResourceDialog,
  guideline: GuidelineDialog,
};
