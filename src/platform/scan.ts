/** H5: no scanning; the code is typed or the name is tapped. */
export const canScan = (): boolean => false

/** What a QR code says; null when the person thinks better of it. */
export const scan = async (): Promise<string | null> => null
