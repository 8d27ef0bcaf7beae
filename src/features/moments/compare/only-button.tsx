/** Says that the page is narrowed to one account, and widens it again. */
import { X } from 'lucide-react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { Button } from '../../../ui/action/button'

export function OnlyButton({ name, onAll }: { readonly name: string; readonly onAll: () => void }) {
  return (
    <Button size="small" icon={<X />} aria-label={words.showAll(name)} onPress={onAll}>
      {words.only(name)}
    </Button>
  )
}
