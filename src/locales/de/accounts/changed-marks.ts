/** Das Zeichen im Kopf eines Kontos. */
import type { changedMessages } from '../../en/accounts/changed-marks'

export const changedMarks: typeof changedMessages = {
  changed: (count) => `${count} geändert`,
  label: (marks, count) =>
    `${count} geändert: ${
      marks === 1
        ? 'Ein mit der Bank abgeglichener Kontostand stimmt nicht mehr'
        : 'Mit der Bank abgeglichene Kontostände stimmen nicht mehr'
    }. Abweichung finden`,
}
