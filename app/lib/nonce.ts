import { createContext, useContext } from "react";

const NonceContext = createContext("");

/** Gives every script of one response its nonce; used on the server only. */
export const NonceProvider = NonceContext.Provider;

/**
 * The nonce for a script or style element. Empty in the browser, because a
 * page hides nonces from its own scripts.
 */
export function useNonce(): string {
  return useContext(NonceContext);
}
