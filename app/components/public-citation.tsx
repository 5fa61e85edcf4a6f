/** How to cite this version of the page, to be copied as it stands. */
export function PublicCitation({ citation }: { citation: string }) {
  return (
    <section aria-labelledby="cite" className="max-w-[41rem]">
      <h2 id="cite" className="mt-10 mb-3 font-serif text-h2">
        How to cite this page
      </h2>
      <p className="break-words">{citation}</p>
    </section>
  );
}
