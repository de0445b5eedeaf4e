/* Sets the colour scheme before the first paint; a file of its own because the content security policy allows no inline script. */
;(function () {
  var choice = null
  try {
    choice = window.localStorage.getItem('simpul.theme')
  } catch {
    /* private windows may refuse storage; the system's scheme is used then */
  }
  var dark = choice === 'dark' || (choice !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
