/** Unit and store tests stand beside the code; browser and weapp journeys live in e2e/ and are run by scripts/test.mjs. */
module.exports = {
  testEnvironment: 'node',
  // the machines are small and shared; nothing here is a timed test
  testTimeout: 180_000,
  rootDir: __dirname,
  testMatch: ['<rootDir>/{domain,cloudfunctions,src,scripts,config,bench}/**/*.test.{ts,tsx}', '<rootDir>/e2e/**/*.test.{ts,tsx,js}'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  moduleFileExtensions: ['tsx', 'ts', 'js', 'jsx', 'mjs', 'json'],
  transform: { '\\.[cm]?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['^(?!.*/node_modules/(@tarojs|@stencil|swiper|ssr-window|lodash-es)/).*/node_modules/'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@domain$': '<rootDir>/domain/index.ts',
    '^@domain/(.*)$': '<rootDir>/domain/$1',
    // its main has no extension, and .mjs is looked for first (wx-server-sdk brings it)
    '^@mattiasbuelens/web-streams-adapter$': '<rootDir>/node_modules/@mattiasbuelens/web-streams-adapter/dist/web-streams-adapter.js',
    '\\.(scss|css)$': '<rootDir>/config/jest/style.js',
    '\\.(png|jpg|svg)$': '<rootDir>/config/jest/file.js',
  },
}
