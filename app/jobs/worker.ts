import { closeConnections } from "~/data/pools.server";
import { environment } from "~/lib/environment.server";
import { startTimer } from "./timer.server";

/** `npm run worker`: the clock of the desk in a process of its own. */
const timer = startTimer((line) => {
  process.stderr.write(`${line}\n`);
});
process.stdout.write(
  "The worker runs; it looks every minute, into the outbox every five seconds.\n",
);
if (!environment().smtpUrl)
  process.stdout.write(
    "No SMTP_URL is set: the mails that it takes stay in the desk's mailbox.\n",
  );

const end = () =>
  void timer
    .stop()
    .then(closeConnections)
    .then(() => process.exit(0));
process.once("SIGTERM", end);
process.once("SIGINT", end);
