/*
 * HTML as programs put it on the clipboard, written by us in the form that
 * each of them uses: Word for Windows, Word on the web, Google Docs, a web
 * page that means harm.
 */

/** Word: lists are paragraphs, their signs stand in spans, styles in comments. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-size:12.0pt; font-family:"Calibri",sans-serif;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>Surveillance after <i style='mso-bidi-font-style:normal'>BRCA1</i> testing<o:p></o:p></p>
<h2>Who is offered screening<o:p></o:p></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Annual MRI</b> is offered from 30&nbsp;years<a style='mso-comment-reference:JS_1;mso-comment-date:20261120T0900'></a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[JS1]</a></span></span>; see <a href="https://www.nice.org.uk/guidance/cg164">the guideline</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Breast awareness<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>from age 25<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Mammography from age 40<o:p></o:p></p>
<p class=MsoNormal>Steps, in order:<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span><![endif]>Refer<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>Counsel<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0><thead><tr><td width=200><p class=MsoNormal>Cancer</p></td><td><p class=MsoNormal>Risk by 80</p></td></tr></thead><tr><td colspan=2><p class=MsoNormal>Breast<span style='mso-spacerun:yes'>  </span>72%</p></td></tr></table>
<p class=MsoNormal>Dose <del cite="mailto:js" datetime="2026-11-20T09:00">10 mg</del><ins cite="mailto:js" datetime="2026-11-20T09:00">20 mg</ins> H<sub>2</sub>O<o:p></o:p></p>
<p class=MsoNormal><span style='mso-no-proof:yes'><!--[if gte vml 1]><v:shape id="x"/><![endif]--><img width=400 height=300 src="file:///C:/Users/js/clip_image001.png"></span><o:p></o:p></p>
<!--EndFragment--></body></html>`;

/** Google Docs: all inside a bold that is not bold, emphasis in styles, lists directly in lists. */
export const fromDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-2f1a7c11-7fff-1d2b"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span style="font-size:20pt;font-family:Arial;font-weight:400;">Treatment</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;">Lorlatinib</span><span style="font-size:11pt;font-weight:400;font-style:italic;"> in ROS1</span><span style="font-weight:400;"> disease, 10</span><span style="font-size:6.6pt;vertical-align:super;">-3</span><span style="font-weight:400;">, see </span><a href="https://www.google.com/url?q=https://example.org/trial&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="color:#1155cc;">the trial</span></a></p><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>First line</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>in a trial</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Later lines</span></p></li></ul><div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="312"/><col/></colgroup><tbody><tr><td style="border:solid #000 1pt;"><p dir="ltr"><span>Drug</span></p></td><td><p dir="ltr"><span>Line</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

/** Word on the web: each item of a list is a list of its own. */
export const fromWordOnline = `<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="2"><span class="TextRun SCXW1"><span class="NormalTextRun SCXW1">Counselling</span></span></p></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="•" data-listid="1" aria-setsize="-1" data-aria-posinset="1" data-aria-level="1" role="listitem" class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">Before the test</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="o" data-listid="1" data-aria-posinset="1" data-aria-level="2" role="listitem"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">what it may find</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="•" data-listid="1" data-aria-posinset="2" data-aria-level="1" role="listitem"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">After the result</span></p></li></ul></div>`;

/** A page that would run, follow, fetch, hide and reorder things. */
export const fromHarm = `<p onclick="document.title='ran'" onmouseover=alert(1)>Harmless words</p>
<script>document.title = "ran"</script><iframe src="https://example.org/frame"></iframe>
<img src="https://example.org/pixel.png" onerror="document.title='ran'"><svg onload="document.title='ran'"><script>1</script></svg>
<p>A <a href="javascript:document.title='ran'">script link</a>, a <a href="data:text/html,<script>1</script>">data link</a>, an <a href=" JAVA&#10;SCRIPT:alert(1)">odd link</a> and <a href="https://example.org/ok">a good link</a>.</p>
<p>zero\u200bwidth, re\u202everse\u202c and tag\u{e0041}s &#8203;&#8238;</p><p style="display:none">hidden words</p><p hidden>more hidden words</p>
<table><tr><td>Outer<table><tr><td>inner one</td><td>inner two</td></tr></table></td><td>Beside</td></tr></table>
<form action="https://example.org/take"><p>Words in a form</p><input value="typed"><button>Send</button></form><object data="x.swf"></object>
<math><mi>x</mi></math><style>p { display: none }</style><link rel=stylesheet href="https://example.org/x.css"><p>Last words</p>`;

/** So many paragraphs, each with Word's amount of style round few words. */
export function manyFromWord(paragraphs: number): string {
  const style =
    "margin-top:0cm;margin-right:0cm;margin-bottom:8.0pt;margin-left:0cm;line-height:107%;font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif;mso-ascii-theme-font:minor-latin;mso-fareast-font-family:Calibri";
  return Array.from(
    { length: paragraphs },
    (_, index) =>
      `<p class=MsoNormal style="${style}"><span lang=EN-GB style="${style}">Paragraph ${String(index + 1)} of many<o:p></o:p></span></p>`,
  ).join("");
}
