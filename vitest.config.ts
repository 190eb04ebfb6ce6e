import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts", "tools/**/*.test.ts", "eval/**/*.test.ts"],
    globalSetup: ["test/bundle-assets.ts", "test/shared-postgres.ts"],
    setupFiles: ["test/seeds.ts"],
    testTimeout: 30_000,
    env: { TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8" },
  },
})
