import { alertsRun, alertsStatus } from "./alerts";
import { auditVerify } from "./audit-verify";
import { check } from "./check";
import type { Command } from "./command";
import { gate } from "./gate";
import { importCommand } from "./import";
import { liveVerify } from "./live-verify";
import { overdue } from "./overdue";
import { peopleDeactivate, peopleList } from "./people";
import { peopleAdd } from "./people-add";
import { referenceLoad, referenceStatus } from "./reference";

/** Every command of the desk, in the order in which its help lists them. */
export const commands: readonly Command[] = [
  ...[peopleAdd, peopleList, peopleDeactivate],
  ...[importCommand, check, gate, overdue],
  ...[alertsRun, alertsStatus, auditVerify, liveVerify],
  ...[referenceLoad, referenceStatus],
];
