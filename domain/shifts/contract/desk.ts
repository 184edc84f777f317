/** The leads' and the community's desk: the week's board, paper, numbers, thanks. */

export const desk = {}
