/** What can be done with the ledger as a whole: in the header on a desk, in the menu's sheet on a phone. */
import { CircleHelp, Contrast, Download, Languages, Monitor, Moon, Sun, Upload } from 'lucide-react'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { currentLanguage, LANGUAGES } from '../../locales/language'
import { dialogs } from '../../stores/dialog-store'
import { setLanguage, setTheme, type Theme, usePreferences } from '../../stores/preferences-store'
import { Button } from '../../ui/action/button'
import { Menu } from '../../ui/action/menu'

const THEMES: readonly { readonly theme: Theme; readonly icon: React.ReactNode }[] = [
  { theme: 'system', icon: <Monitor /> },
  { theme: 'light', icon: <Sun /> },
  { theme: 'dark', icon: <Moon /> },
]

/** `short` shows theme and help as icons. */
export function LedgerActions({ short = false }: { readonly short?: boolean }) {
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <>
      <Button variant="bare" icon={<Upload />} onPress={() => dialogs.open({ kind: 'export' })}>
        <span>{words.exportLog}</span>
      </Button>
      <Button variant="bare" icon={<Download />} onPress={() => dialogs.open({ kind: 'import' })}>
        <span>{words.importLog}</span>
      </Button>
      <Menu
        label={words.appearance}
        variant="bare"
        iconOnly={short}
        groups={[
          {
            id: 'theme',
            title: words.theme,
            items: THEMES.map(({ theme: id, icon }) => ({
              id,
              icon,
              label: words.themes[id],
              chosen: id === theme,
              onAction: () => setTheme(id),
            })),
          },
          {
            id: 'language',
            title: words.language,
            items: LANGUAGES.map((id) => ({
              id,
              icon: <Languages />,
              label: words.languages[id],
              chosen: id === currentLanguage(),
              onAction: () => setLanguage(id),
            })),
          },
        ]}
      >
        <Contrast aria-hidden="true" />
        {!short && words.appearance}
      </Menu>
      {short ? (
        <Button
          variant="bare"
          label={words.help}
          shortcut="?"
          icon={<CircleHelp />}
          onPress={() => dialogs.open({ kind: 'shortcuts' })}
        />
      ) : (
        <Button variant="bare" icon={<CircleHelp />} onPress={() => dialogs.open({ kind: 'shortcuts' })}>
          {words.help}
        </Button>
      )}
    </>
  )
}
