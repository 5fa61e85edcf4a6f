/** Bands of a chromosome under the header of a public page: decoration only. */
const widths = [
  4, 1.2, 2.6, 0.8, 5.5, 1.6, 3.2, 2.2, 1, 6.4, 0.9, 2.1, 4.8, 1.4, 0.7, 3.6,
  2.8, 7.5, 1.1, 2.4, 5.2, 0.9, 1.8, 4.1, 1.5, 6.1, 2.3, 0.8, 3.9, 1.3, 2.7,
  4.6, 1.2, 3.1, 5.1,
];
const tones = ["ink", "none", "hue", "none", "pale", "none", "light"] as const;
const bands = widths.map((width, index) => ({
  start: widths.slice(0, index).reduce((sum, each) => sum + each, 0),
  width,
  tone: tones[index % tones.length] ?? "ink",
}));

export function BandStrip() {
  return (
    <svg
      className="strip"
      shapeRendering="crispEdges"
      height="8"
      aria-hidden="true"
    >
      {bands
        .filter(({ tone }) => tone !== "none")
        .map(({ tone, start, width }) => (
          <rect
            key={start}
            x={`${start.toFixed(2)}%`}
            width={`${width}%`}
            height="8"
            className={`strip-${tone}`}
          />
        ))}
    </svg>
  );
}
