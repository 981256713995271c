/** What the window must be for everybody, as axe-core finds it. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './app.ts'

/** Nothing on the screen, or in a part of it, breaks the rules of WCAG 2.2 A and AA. */
export const expectAccessible = async (page: Page, part?: string) => {
  // Electron opens no second page, in which axe would put its parts together.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  const { violations } = await (part ? builder.include(part) : builder).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
