/** Who the sample household pays, and how often. All names are invented. */
export interface Habit {
  readonly payee: readonly [string, ...string[]]
  readonly memo?: readonly [string, ...string[]]
  readonly category: string
  /** Times a month, on average. */
  readonly times: number
  /** Cents. */
  readonly from: number
  readonly to: number
}

/** Small things that happen on any day. */
export const HABITS: readonly Habit[] = [
  { payee: ['Bäckerei Brandt'], category: 'Groceries', times: 8, from: 320, to: 1180 },
  {
    payee: ['Grünmarkt Schönhauser Allee', 'Wochenmarkt am Kollwitzplatz', 'Hofladen Uckermark'],
    category: 'Groceries',
    times: 6.5,
    from: 1190,
    to: 3680,
  },
  {
    payee: ['Drogerie Lindner'],
    memo: ['Nappies and soap', 'Shampoo', 'Cleaning things'],
    category: 'Household',
    times: 2.5,
    from: 840,
    to: 3120,
  },
  {
    payee: ['Café Morgenrot', 'Espressobar Tullio', 'Café Sibylle am Ring'],
    category: 'Eating out',
    times: 6,
    from: 380,
    to: 1240,
  },
  {
    payee: ['Trattoria da Nonna Pia', 'Gasthaus zur Linde', 'Bistro Petit Pont'],
    memo: ['Dinner', 'Lunch with Mara', 'Family lunch'],
    category: 'Eating out',
    times: 1.8,
    from: 2850,
    to: 7440,
  },
  { payee: ['Apotheke am Wasserturm'], category: 'Health', times: 1.2, from: 595, to: 3490 },
  {
    payee: ['Carsharing Elster'],
    memo: ['Trip to the lake', 'Furniture run', 'Visit to grandparents'],
    category: 'Transport',
    times: 1.4,
    from: 1420,
    to: 5230,
  },
  { payee: ['Stadtverkehr Abo'], memo: ['Single tickets'], category: 'Transport', times: 2, from: 350, to: 1050 },
  {
    payee: ['Buchhandlung Eulenspiegel', 'Kino Babelsberg', 'Schwimmhalle Thälmannpark', 'Museum der Dinge'],
    category: 'Leisure',
    times: 3.6,
    from: 550,
    to: 3480,
  },
  {
    payee: ['Baumarkt Holz & Nagel', 'Haushaltswaren Pfeiffer'],
    memo: ['Shelf and screws', 'Light bulbs', 'Paint'],
    category: 'Household',
    times: 1.5,
    from: 790,
    to: 5960,
  },
  {
    payee: ['Kaufhaus Nordstern', 'Schuhhaus Albers', 'Strickwerk'],
    memo: ['Winter shoes', 'Shirts', 'Rain jacket'],
    category: 'Clothing',
    times: 0.9,
    from: 2490,
    to: 9900,
  },
  {
    payee: ['Blumen Rosenthal', 'Spielzeugladen Kreisel'],
    memo: ['Birthday present', 'For Oma'],
    category: 'Gifts',
    times: 1.1,
    from: 990,
    to: 4200,
  },
  { payee: ['Geldautomat Schönhauser Allee'], memo: ['Cash'], category: 'Cash', times: 1.3, from: 3000, to: 8000 },
]

export interface StandingOrder {
  readonly payee: string
  readonly memo?: string
  readonly category: string
  readonly day: number
  /** Cents, by year of the sample. */
  readonly amounts: readonly [number, number, number]
  /** 1 to 12; every month where it is missing. */
  readonly months?: readonly number[]
  /** The month's name is added to the memo. */
  readonly isMonthly?: boolean
}

export const STANDING_ORDERS: readonly StandingOrder[] = [
  {
    payee: 'Hausverwaltung Lindenhof GmbH & Co. KG',
    memo: 'Rent',
    category: 'Housing',
    day: 2,
    amounts: [93000, 95500, 98000],
    isMonthly: true,
  },
  {
    payee: 'Nordlicht Energie GmbH',
    memo: 'Electricity',
    category: 'Utilities',
    day: 17,
    amounts: [5800, 6100, 6400],
    isMonthly: true,
  },
  { payee: 'Fonwerk Mobilfunk', category: 'Utilities', day: 5, amounts: [1299, 1499, 1499] },
  { payee: 'Kabelnetz Spree', memo: 'Internet', category: 'Utilities', day: 8, amounts: [3490, 3490, 3790] },
  { payee: 'Stadtverkehr Abo', memo: 'Monthly pass', category: 'Transport', day: 1, amounts: [4900, 4900, 5800] },
  {
    payee: 'Kita Sonnenblume e. V.',
    memo: 'Lunches',
    category: 'Children',
    day: 16,
    amounts: [4000, 4200, 4500],
    isMonthly: true,
  },
  { payee: 'Musikschule Pankow', memo: 'Early music', category: 'Children', day: 12, amounts: [3200, 3400, 3600] },
  { payee: 'Lichtspiel Streaming', category: 'Leisure', day: 20, amounts: [999, 1099, 1199] },
  { payee: 'Fitnessraum Nord', category: 'Leisure', day: 3, amounts: [2490, 2490, 2690] },
  {
    payee: 'Allgemeine Versicherungsgesellschaft auf Gegenseitigkeit',
    memo: 'Household contents 48-2213-7',
    category: 'Insurance',
    day: 13,
    amounts: [10980, 11410, 11836],
    months: [2, 5, 8, 11],
  },
  {
    payee: 'Zahnarztpraxis Dr. Elisabeth Vandenbroucke-Hofstätter & Partner',
    memo: 'Invoice, check-up and filling',
    category: 'Health',
    day: 19,
    amounts: [9800, 12600, 14250],
    months: [5, 11],
  },
  {
    payee: 'Rundfunkbeitrag',
    memo: 'Quarter',
    category: 'Utilities',
    day: 15,
    amounts: [5508, 5508, 5508],
    months: [1, 4, 7, 10],
  },
  {
    payee: 'Stadtbücherei Nord',
    memo: 'Annual card',
    category: 'Leisure',
    day: 28,
    amounts: [1000, 1000, 1000],
    months: [10],
  },
]

/** Large things, out of the savings. */
export const PURCHASES = [
  { month: 5, payee: 'Fahrradwerk Kopfstein', memo: 'Cargo bicycle', category: 'Transport', amount: 189000 },
  { month: 14, payee: 'Elektro Hansen', memo: 'Washing machine', category: 'Household', amount: 64900 },
  { month: 22, payee: 'Tischlerei Moosbach', memo: 'Kitchen table', category: 'Household', amount: 118000 },
  { month: 29, payee: 'Elektro Hansen', memo: 'Laptop', category: 'Household', amount: 112900 },
] as const
