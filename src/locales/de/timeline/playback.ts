/** Die Wiedergabe und, auf dem Telefon, die Uhr. */
import type { playbackMessages } from '../../en/timeline/playback'

export const playback: typeof playbackMessages = {
  title: 'Wiedergabe',
  clockWords: {
    recorded: 'Was bekannt war, in der Reihenfolge der Erfassung',
    effective: 'Was galt, nach dem Datum jeder Buchung',
    both: 'Was zu einem Zeitpunkt über einen anderen bekannt war',
  },
  speed: 'Tempo',
  rate: (rate) => `${rate}×`,
  pace: 'Takt',
  paces: { even: 'Gleichmäßig', 'by-time': 'Wie geschehen' },
  paceWords: {
    even: 'Jedes Ereignis dauert so lange wie jedes andere.',
    'by-time': 'Pausen dauern so lange wie im Leben, lange etwas kürzer.',
  },
  direction: 'Richtung',
  directions: { back: 'Rückwärts', on: 'Vorwärts' },
}
