/** H5: the service worker that opens the app without signal. Browsers allow it on HTTPS and loopback only. */
export function installShell(): void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => void navigator.serviceWorker.register('./sw.js').catch(() => {}))
}
