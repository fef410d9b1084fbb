import { Command } from 'cmdk'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { registerNames, type RegisterName } from '@shared/kernel/registers'

type Props = { readonly text: string; readonly onShow: (register: RegisterName) => void }

/** Goes on in a register with the same text, where the rows can be filtered, sorted and exported. */
export function RegisterGroup({ text, onShow }: Props) {
  const { t } = useTranslation(['search', 'common'])
  if (text === '') return null
  return (
    <Command.Group heading={t('inRegisters')}>
      {registerNames.map((register) => (
        <Command.Item
          key={register}
          value={`register ${register}`}
          className="find-item"
          onSelect={() => onShow(register)}
        >
          <ListFilter size={16} strokeWidth={1.6} aria-hidden />
          <span className="find-title">{t('inRegister', { text, register: t(`common:${register}`) })}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
