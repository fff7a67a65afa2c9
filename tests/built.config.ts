import { defineConfig } from 'vitest/config';

/** Checks of what the build wrote: run after `npm run build`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: { include: ['tests/built/**/*.test.ts'], environment: 'node' },
});
