type HeaderWriter = { writeHead: (...rest: never[]) => unknown };

/** Runs an act at the last moment at which headers can be set. */
export function beforeHeaders(response: HeaderWriter, act: () => void): void {
  const write = response.writeHead;
  response.writeHead = function (this: unknown, ...rest: never[]) {
    act();
    return write.apply(this, rest);
  };
}
