/** A building as a kitchen's routes and orders name it. Two communities may both have a 3号楼, and a kitchen may feed both. */

/** '3' in the kitchen's own community; '210102025016/3' in another one it feeds. '' (no building known) stays. */
export const buildingKey = (own: string, community: string, building: string) =>
  community === own || !building ? building : `${community}/${building}`

/** The code of another community, where it is in one, and the bare number. */
export function fromKey(key: string): { community?: string; building: string } {
  const [, community, building] = /^(\d{12})\/(.+)$/.exec(key) ?? []
  return community ? { community, building } : { building: key }
}

/** Names of communities by code. */
export type Names = { [community: string]: string }

/** '3', or '延安里社区 3'. */
export function sayKey(key: string, names: Names): string {
  const { community, building } = fromKey(key)
  return [community && names[community], building].filter(Boolean).join(' ')
}
