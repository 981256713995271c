/** Colours of codes: each stands out 3:1 against light and dark paper, and none of them tells anything alone. */
export const palette = [
  ['blue', '#3b82c4'],
  ['teal', '#1b8f9c'],
  ['green', '#2e9461'],
  ['ochre', '#a07d24'],
  ['orange', '#c8641c'],
  ['red', '#d0504b'],
  ['pink', '#c9569a'],
  ['violet', '#9064c0'],
] as const
