/** A delay that can be started, ended and started again; `onEnd` is called when it runs out. */
export function grace(ms: number, onEnd: () => void, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  signal.addEventListener('abort', end);
  return {
    /** A delay that already runs goes on. */
    start(): void {
      if (signal.aborted) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        onEnd();
      }, ms);
    },
    end,
  };
}
