type Section = { id: string; label: string };

/** "On this page": the sections as bands of a chromosome beside the text. */
export function PageContents({ sections }: { sections: readonly Section[] }) {
  if (sections.length === 0) return null;
  return (
    <nav aria-labelledby="contents" className="page-contents">
      <h2 id="contents" className="mb-2 text-base">
        On this page
      </h2>
      <ol className="contents-list">
        {sections.map((section) => (
          <li key={section.id} className="contents-item">
            <a href={`#${section.id}`}>{section.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
