/** What the main process says itself: the menu before the window has sent its own, and what the window cannot say any more. */
export const main = {
  'main.file': 'File',
  'main.quit': 'Quit Actant',
  'main.about': 'About Actant',
  'main.services': 'Services',
  'main.hide': 'Hide Actant',
  'main.hide-others': 'Hide Others',
  'main.show-all': 'Show All',
  'main.page-broken': 'The window keeps breaking down.',
  'main.page-broken.detail':
    'Everything that was shown as saved is in the project file. You can try to load the window again, or close Actant.',
  'main.page-broken.again': 'Load again',
  'main.page-broken.close': 'Close',
} as const
