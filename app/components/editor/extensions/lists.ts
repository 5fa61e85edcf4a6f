import {
  BulletList,
  ListItem,
  ListKeymap,
  OrderedList,
} from "@tiptap/extension-list";
import { startRule } from "~/content/attribute-rules";

const NumberedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      parseHTML: (element) =>
        startRule.read(Number(element.getAttribute("start") ?? 1), {}) ?? 1,
    },
  }),
});

export const listNodes = [BulletList, NumberedList, ListItem, ListKeymap];
