/** H5: a workbook from the computer or the phone. */
export interface Picked {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Lets the person choose one .xlsx or .csv file; null when they think better of it. */
export async function pickWorkbook(): Promise<Picked | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const file = await new Promise<File | null>(resolve => {
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
