/** Every text of the playback panel, so that a locale catalogue can take its place. */
export const playbackMessages = {
  title: 'Playback',
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
} as const
