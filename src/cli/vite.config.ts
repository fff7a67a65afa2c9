import { defineConfig } from 'vite';

/** The command-line tool as one file that Node 20 runs. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: '.output/cli',
    emptyOutDir: true,
    minify: false,
    rollupOptions: { output: { entryFileNames: 'counterpoint.mjs', codeSplitting: false } },
  },
  ssr: { noExternal: true },
});
