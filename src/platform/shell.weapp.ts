/** A mini-program is on the phone by itself. */
export function installShell(): void {}
