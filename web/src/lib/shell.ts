const HOUR = 3_600_000

/** Whether the program that was kept last is another than the one that runs here. */
async function isNewer(): Promise<boolean> {
  const mine = document.querySelector<HTMLScriptElement>('script[type="module"][src*="/assets/"]')
  const latest = (await caches.keys()).filter((name) => name.startsWith('simpul-shell-')).at(-1)
  const page = latest && (await (await caches.open(latest)).match('/'))
  return Boolean(mine && page && !(await page.text()).includes(new URL(mine.src).pathname))
}

/** Keeps the program for the moment without a connection, and says when a newer one is there. Nothing is loaded anew by itself. */
export function keepShell(onNewer: () => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  serviceWorker.addEventListener('controllerchange', () => void isNewer().then((newer) => newer && onNewer(), () => undefined))
  void serviceWorker.register('/sw.js').then(
    (registration) => {
      const look = () => void registration.update().catch(() => undefined)
      setInterval(look, HOUR)
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
    },
    // A window that keeps nothing works as before, with a connection.
    () => undefined,
  )
}
