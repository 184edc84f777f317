/** Which pages the app has, read from its own configuration: a new page is audited without being listed anywhere. */
interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

export function appPages(): string[] {
  const world = globalThis as unknown as { defineAppConfig: (config: AppConfig) => AppConfig }
  world.defineAppConfig = config => config
  const { default: config } = jest.requireActual<{ default: AppConfig }>('../../src/app.config')
  return [...config.pages, ...(config.subPackages ?? []).flatMap(part => part.pages.map(page => `${part.root}/${page}`))]
}
