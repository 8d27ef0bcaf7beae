import { afterEach, expect, test } from 'vitest'
import { isTyping } from './is-typing'

afterEach(() => document.body.replaceChildren())

function typingIn(html: string): boolean {
  document.body.innerHTML = html
  return isTyping(document.querySelector('[data-target]'))
}

test.each([
  '<input type="range" data-target>',
  '<input type="radio" data-target>',
  '<input type="checkbox" data-target>',
  '<button data-target></button>',
  '<table><tbody><tr data-target></tr></tbody></table>',
])('%s leaves single keys to the page', (html) => {
  expect(typingIn(html)).toBe(false)
})

test.each([
  '<input data-target>',
  '<input type="search" data-target>',
  '<textarea data-target></textarea>',
  '<select data-target></select>',
  '<div contenteditable data-target></div>',
  '<div role="dialog"><button data-target></button></div>',
  '<div role="dialog"><input type="radio" data-target></div>',
  '<div role="menu"><div role="menuitem" data-target></div></div>',
])('%s keeps single keys to itself', (html) => {
  expect(typingIn(html)).toBe(true)
})
