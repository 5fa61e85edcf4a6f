import { Status } from "./status";

type Props = { isActive: boolean; hasJoined: boolean };

/** Whether somebody can sign in: by shape, word and colour. */
export function PersonStatus({ isActive, hasJoined }: Props) {
  if (!isActive) {
    return (
      <Status shape="ring_cross" colour="text-draft">
        Switched off
      </Status>
    );
  }
  if (!hasJoined) {
    return (
      <Status shape="envelope" colour="text-review">
        Invited
      </Status>
    );
  }
  return (
    <Status shape="disc_tick" colour="text-approved">
      Active
    </Status>
  );
}
