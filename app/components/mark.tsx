import { useId } from "react";

const outline =
  "M16 1.500a6 6 0 0 1 6 6c0 3-2.4 3.9-2.4 5.500S22 16.5 22 19.500v5a6 6 0 0 1-12 0v-5c0-3 2.4-4.9 2.4-6.500S10 10.5 10 7.500a6 6 0 0 1 6-6z";

/** The mark of the product: one chromosome, in the colour of its text. */
export function Mark({ size = 28 }: { size?: number }) {
  const id = `mark${useId().replaceAll(":", "")}`;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      className="flex-none"
    >
      <clipPath id={id}>
        <path d={outline} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <path d="M8 5h16v4H8zM8 26h16v6H8z" fill="currentColor" stroke="none" />
        <path d="m8 23.5 7-7M11 25.500l10-10M16 25.500l7-7" strokeWidth="1.6" />
      </g>
      <path d={outline} strokeWidth="2" />
    </svg>
  );
}
