/** Settles which language the page speaks, before the program is read. Another than English is fetched first. */
import { currentLanguage, wantedLanguage } from './language'
import { speak } from './spoken'
import { userLocale } from './user-locale'

export async function settleLanguage(): Promise<void> {
  const language = wantedLanguage()
  // Before the words are there: the frame that index.html draws has its own.
  document.documentElement.lang = language
  if (language === 'de') {
    // Words that cannot be fetched leave a page in English, which is better than none.
    const found = await import('./de/catalogue').catch(() => undefined)
    if (found) speak('de', found.german)
  }
  document.documentElement.lang = currentLanguage()
  // react-aria looks here for the language of its own few words, once.
  Object.assign(window, { [Symbol.for('react-aria.i18n.locale')]: userLocale() })
}
