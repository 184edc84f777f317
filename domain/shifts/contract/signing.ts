/** Finding a shift, signing up, the queue, offers, withdrawing, swapping, cover, and the rules that decide. */

export const signing = {}
