/** The mark of the pages: readings that part from one line. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14343f"/><path d="M5 16h8c4 0 5-7 9-7h5M13 16h14M13 16c4 0 5 7 9 7h5" fill="none" stroke="#f7f3e8" stroke-width="2.4" stroke-linecap="round"/></svg>
`
