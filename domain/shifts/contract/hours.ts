/** Hours: counted, added, corrected; statements, certificates, import and export. */

export const hours = {}
