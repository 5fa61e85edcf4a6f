import JSZip from "jszip";
import mammoth from "mammoth";
import { Refused } from "../report";

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='List Continue'] => ul|ol > li > p:fresh",
  "p[style-name='List Continue 2'] => ul|ol > li > ul|ol > li > p:fresh",
];

/**
 * A Word document as HTML, made from parts that were unpacked and looked at
 * before, so that nothing is unpacked a second time without a limit.
 */
export async function wordHtml(
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  const file = new JSZip();
  for (const [name, bytes] of parts)
    if (!/^word\/media\//.test(name)) file.file(name, bytes);
  const buffer = await file.generateAsync({
    type: "nodebuffer",
    compression: "STORE",
  });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap,
        convertImage: mammoth.images.imgElement(() =>
          Promise.resolve({ src: "" }),
        ),
      },
    );
    return value;
  } catch {
    // mammoth throws plain errors of many kinds for what is wrong inside.
    throw new Refused("The file is damaged: Word's document inside is broken.");
  }
}
