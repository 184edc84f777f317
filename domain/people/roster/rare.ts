/** Which names hold letters that old systems cannot print: hanzi outside GB 2312's 6,763 (喆, 㛃, 𬭎). They are kept as they are and counted. */
let common: Set<string> | undefined

/** GB 2312's hanzi, read off the decoder every runtime carries: rows B0 to F7, columns A1 to FE. */
function commonHanzi(): Set<string> {
  if (common) return common
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) for (let column = 0xa1; column <= 0xfe; column++) bytes.push(row, column)
  common = new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)))
  return common
}

/** True for a name with a hanzi outside the common set. */
export const isRare = (name: string) => Array.from(name).some(letter => /\p{Script=Han}/u.test(letter) && !commonHanzi().has(letter))
