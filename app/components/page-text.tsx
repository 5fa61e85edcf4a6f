type Props = {
  /** What `renderHtml` of `~/content/render-html` made: escaped, never typed. */
  html: string;
};

/** The text of a gene page. The one place where made HTML goes into a screen. */
export function PageText({ html }: Props) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
