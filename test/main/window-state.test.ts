import { expect, test } from 'vitest'
import { placeWindow } from '../../src/main/window-state.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const second = { x: 1440, y: -200, width: 2560, height: 1440 }

test('the first window leaves its place to the system', () => {
  expect(placeWindow(undefined, [laptop])).toEqual({ width: 1280, height: 800 })
})

test('the window comes back where it was, on any screen', () => {
  const onSecond = { x: 2000, y: 100, width: 1200, height: 900 }
  expect(placeWindow(onSecond, [laptop, second])).toEqual(onSecond)
})

test('a window whose screen is gone is placed anew', () => {
  expect(placeWindow({ x: 2000, y: 100, width: 1200, height: 900 }, [laptop])).toEqual({ width: 1280, height: 800 })
})

test('a title bar above the screen, below it or all but beside it cannot be dragged', () => {
  for (const [x, y] of [
    [100, -40],
    [100, 890],
    [1400, 100],
    [-1190, 100],
  ] as const)
    expect(placeWindow({ x, y, width: 1200, height: 700 }, [laptop])).not.toHaveProperty('x')
})

test('a window is never larger than its screen nor smaller than its contents need', () => {
  expect(placeWindow({ x: 0, y: 25, width: 5000, height: 4000 }, [laptop])).toMatchObject({ width: 1440, height: 875 })
  expect(placeWindow({ x: 0, y: 25, width: 200, height: 90 }, [laptop])).toMatchObject({ width: 720, height: 480 })
})
