import { alertsRun, alertsStatus } from "./alerts";
import { auditVerify } from "./audit-verify";
import { backlog } from "./backlog";
import { check } from "./check";
import type { Command } from "./command";
import { gate } from "./gate";
import { importCommand } from "./import";
import { importBacklog } from "./import-backlog";
import { liveVerify } from "./live-verify";
import { overdue } from "./overdue";
import { peopleDeactivate, peopleList } from "./people";
import { peopleAdd } from "./people-add";
import { referenceLoad, referenceStatus } from "./reference";
import { tokenCreate, tokenEnd } from "./token";

/** Every command of the desk, in the order in which its help lists them. */
export const commands: readonly Command[] = [
  ...[peopleAdd, peopleList, peopleDeactivate],
  ...[importCommand, importBacklog, check, gate, overdue, backlog],
  ...[alertsRun, alertsStatus, auditVerify, liveVerify],
  ...[referenceLoad, referenceStatus, tokenCreate, tokenEnd],
];
