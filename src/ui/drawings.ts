/** Drawn empty states, 160 by 120: paper, ink and one brick-red accent. */
const ground = '<path d="M12 106h136" stroke="#D9CFBF"/>'
export const drawings = {
  /** A door with its lamp on: all done, or nobody due. */
  door: `${ground}<path d="M56 106V30a24 24 0 0 1 48 0v76" fill="#FBEAE3" stroke="#8D8376"/><path d="M66 106V34a14 14 0 0 1 28 0v72" fill="#fff" stroke="#B93A17"/><circle cx="88" cy="70" r="2.4" fill="#B93A17" stroke="none"/><path d="M122 106V66m-7 0h14l-3-14h-8z" stroke="#8D8376" fill="#FBF0D9"/><path d="M30 106c0-12 4-18 8-22 4 4 8 10 8 22" stroke="#2B6A3D" fill="#E6F1E8"/>`,
  /** An open letter: no notices. */
  letter: `${ground}<path d="M40 58l40-30 40 30v48H40z" fill="#fff" stroke="#8D8376"/><path d="M40 58l40 28 40-28" stroke="#8D8376"/><path d="M56 66V40h48v26" fill="#FBEAE3" stroke="#B93A17"/><path d="M66 50h28M66 58h18" stroke="#B93A17"/>`,
  /** Two houses and a line between: no signal. */
  signal: `${ground}<path d="M24 106V72l20-16 20 16v34z" fill="#fff" stroke="#8D8376"/><path d="M96 106V72l20-16 20 16v34z" fill="#fff" stroke="#8D8376"/><path d="M64 46c8-8 24-8 32 0M56 36c14-13 34-13 48 0" stroke="#D9CFBF"/><path d="M72 56l16 16m0-16L72 72" stroke="#B93A17"/>`,
  /** A magnifying glass over a register: nothing found. */
  search: `${ground}<path d="M38 30h66v76H38z" fill="#fff" stroke="#8D8376"/><path d="M50 46h42M50 58h30M50 70h22" stroke="#D9CFBF"/><circle cx="96" cy="74" r="18" fill="#FBEAE3" stroke="#B93A17"/><path d="M109 88l14 14" stroke="#B93A17"/>`,
  /** A tea cup with a crack: something went wrong on our side. */
  broken: `${ground}<path d="M48 62h56v22a22 22 0 0 1-22 22H70a22 22 0 0 1-22-22z" fill="#fff" stroke="#8D8376"/><path d="M104 68h8a10 10 0 0 1 0 20h-9" stroke="#8D8376"/><path d="M76 62l6 12-8 8 5 10" stroke="#B93A17"/><path d="M66 50c0-6 5-6 5-12m14 12c0-6 5-6 5-12" stroke="#D9CFBF"/>`,
}
export type DrawingName = keyof typeof drawings
export const drawn = (name: DrawingName) =>
  `<g fill="none" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${drawings[name]}</g>`
