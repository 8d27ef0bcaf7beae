/** Every text of the panels for playback and, on a phone, the clock. */
import { spoken } from '../../spoken'

export const playbackMessages = spoken('timeline/playback', {
  title: 'Playback',
  clockWords: {
    recorded: 'What was known, in the order it was recorded',
    effective: 'What was true, by the date of each entry',
    both: 'What was known by one moment about another',
  },
  speed: 'Speed',
  rate: (rate: number) => `${rate}×`,
  pace: 'Pace',
  paces: { even: 'Even', 'by-time': 'As it happened' },
  paceWords: {
    even: 'Every event takes as long as every other.',
    'by-time': 'Gaps last as they did in life, long ones shortened.',
  },
  direction: 'Direction',
  directions: { back: 'Backwards', on: 'Onwards' },
})
