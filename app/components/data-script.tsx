type Props = {
  /** By which the script that needs it finds it. */
  id: string;
  data: unknown;
};

/** Data for a script, as JSON in the screen. */
export function DataScript({ id, data }: Props) {
  return (
    <script
      id={id}
      type="application/json"
      // Data, which no browser runs; a "<" in it could end the element.
      dangerouslySetInnerHTML={{
        __html: JSON.stringify(data).replaceAll("<", "\\u003c"),
      }}
    />
  );
}
