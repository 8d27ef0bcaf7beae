/** The mark: a playhead that looks back. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M10 3v14M10 10H3.5M6 7l-3 3 3 3M13.5 5.2a6 6 0 0 1 0 9.6" />
    </svg>
  )
}
