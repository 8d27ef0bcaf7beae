/** What a person chose for this browser. Kept in localStorage; where that is refused the choice lasts as long as the page. */
import { create } from 'zustand'
import { chooseLanguage, currentLanguage, type Language } from '../locales/language'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'hindsight.theme'

function storedTheme(): Theme {
  try {
    const value = globalThis.localStorage?.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

export const usePreferences = create<{ readonly theme: Theme }>(() => ({ theme: storedTheme() }))

export function setTheme(theme: Theme): void {
  usePreferences.setState({ theme })
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // A browser that keeps nothing still shows the chosen theme until the page is left.
  }
}

/** Words are read with the program, so the page is read anew: at the same address, which says where one stood. */
export function setLanguage(language: Language): void {
  if (language === currentLanguage()) return
  chooseLanguage(language)
  globalThis.location.reload()
}
