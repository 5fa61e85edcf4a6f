let reference: string | null = null;

/**
 * From now on remembers the reference code of the newest request that broke
 * on the server, so that an error screen drawn in the browser shows the code
 * that stands in the log. Called once, in the browser.
 */
export function rememberFailedRequests(): void {
  const ask = window.fetch.bind(window);
  window.fetch = async (...what) => {
    const answer = await ask(...what);
    if (answer.status >= 500) reference = answer.headers.get("X-Request-Id");
    return answer;
  };
}

/** The code of the newest request that broke; null on the server, or when none did. */
export function failedRequest(): string | null {
  return reference;
}
