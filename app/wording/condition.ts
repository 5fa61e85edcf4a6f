/** One thing that something waits for, and where it is cleared. */
type ConditionPart = { label: string; href: string; isDone: boolean };

export type Condition = {
  key: string;
  /** Named while it is open, and once it is done. */
  open: string;
  done: string;
  isDone: boolean;
  /** Where it is cleared; none where the signer cannot clear it. */
  parts: ConditionPart[];
};

/** A condition with one field. */
export function one(each: {
  key: string;
  open: string;
  done: string;
  field: string;
  isDone: boolean;
}): Condition {
  const { field, ...rest } = each;
  return {
    ...rest,
    parts: [
      { label: "To the field", href: `#field-${field}`, isDone: each.isDone },
    ],
  };
}

/** One condition of many parts; some are led to as one while none is done. */
export function several(each: {
  key: string;
  open: (left: number) => string;
  done: string;
  isOneAtFirst?: boolean;
  parts: ConditionPart[];
}): Condition {
  const { key, done, parts } = each;
  const left = parts.filter(({ isDone }) => !isDone).length;
  const [first] = parts;
  const isOne =
    each.isOneAtFirst && parts.length > 1 && left === parts.length && first;
  return {
    key,
    open: each.open(left),
    done,
    isDone: left === 0,
    parts: isOne ? [{ ...first, label: "To the first" }] : parts,
  };
}
