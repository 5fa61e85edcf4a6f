/*
 * What lies over or above the text when something is to be decided: a clash, a
 * session that ended, words kept on this device. Fetched when one is needed,
 * and when writing begins.
 */
export { ClashLayer } from "./clash-layer";
export { KeptTexts } from "./kept-texts";
export { SignInLayer } from "./sign-in-layer";
