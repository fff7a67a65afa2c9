import { defineConfig } from '@playwright/test';

/** Journeys with the built extension. Each file drives both browsers itself, since Playwright cannot drive Firefox add-ons. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.output/playwright',
  workers: 2,
  timeout: 45_000,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../../.output/reports/e2e.json' }]],
});
