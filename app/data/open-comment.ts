/**
 * SQL for a comment `c` that is not closed, as `desk.is_comment_closed` has it:
 * closed by one who may or by two editors, since it was last opened.
 */
export const isOpenComment = `
  NOT EXISTS (SELECT FROM desk.comment_closing x WHERE x.comment_id = c.id
      AND x.opening = (SELECT coalesce(max(o.number), 0) FROM desk.comment_reopening o WHERE o.comment_id = c.id)
    HAVING count(*) FILTER (WHERE x.capacity <> 'editor') >= 1 OR count(*) FILTER (WHERE x.capacity = 'editor') >= 2)`;
