/**
 * Three years of a household, month by month: what happens, on which day it is true, and when somebody writes it down.
 * Amounts answer to the balance at that time, so that the accounts stay where a household's accounts are.
 */
import { dateOfDay } from '../../domain/calendar'
import { Agenda } from './agenda'
import { type Month, monthsUntil } from './months'
import { HABITS, PURCHASES, STANDING_ORDERS } from './payees'
import type { SampleAccount, SampleEntry, SampleRecorder } from './sample-recorder'
import type { SeededRandom } from './seeded-random'

const MONTHS = 36
/** Of this month's beginning the statement was compared before all receipts had turned up: it changed afterwards. */
const COMPARED_EARLY = 34
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SALARIES = [284000, 291000, 298000]

export interface HouseholdOptions {
  readonly recorder: SampleRecorder
  readonly random: SeededRandom
  /** Nothing is recorded after it; milliseconds since 1970. */
  readonly until: number
  /** How many small purchases there are, 1 being a household's. */
  readonly scale: number
}

export class Household {
  private readonly agenda: Agenda
  private readonly everyday: SampleAccount
  private readonly savings: SampleAccount
  private readonly club: SampleAccount
  private readonly holiday: SampleAccount
  private readonly card: SampleAccount
  private readonly months: readonly Month[]

  constructor(private readonly options: HouseholdOptions) {
    this.months = monthsUntil(options.until, MONTHS)
    this.agenda = new Agenda(options.random)
    const { recorder } = options
    const start = this.months[0]?.firstDay ?? 0
    const openedOn = dateOfDay(start)
    recorder.setClock(start * DAY_MS + 9 * HOUR_MS)
    this.everyday = recorder.open('Everyday', 'EUR', 30000, openedOn)
    this.savings = recorder.open('Savings', 'EUR', 0, openedOn)
    this.club = recorder.open('Club float', 'EUR', 0, openedOn)
    this.holiday = recorder.open('Trip', 'EUR', 0, openedOn)
    this.card = recorder.open('Lisbon card', 'USD', 0, openedOn)
    const words = { memo: 'Balance brought over', category: 'Opening' }
    recorder.move(this.everyday, 124037, openedOn, words)
    recorder.move(this.savings, 215000, openedOn, words)
    recorder.move(this.club, 8640, openedOn, words)
  }

  /** Records all of it, in the order in which it is written down. */
  live(): void {
    for (const month of this.months) {
      this.planIncome(month)
      this.planStandingOrders(month)
      this.planHabits(month)
      this.planWeeklyShop(month)
      this.planSavings(month)
      this.planClub(month)
      this.planTravel(month)
      this.planCard(month)
      this.planCorrections(month)
    }
    const { recorder, until } = this.options
    this.agenda.live(until, (millis) => recorder.setClock(millis))
  }

  private planIncome({ firstDay, days, year, name, index }: Month): void {
    const { random } = this.options
    const words = { payee: 'Fjellheim Software AB', memo: `Salary, ${name}`, category: 'Income' }
    this.agenda.plan(firstDay + days - 2, 6, (on) => this.move(this.everyday, SALARIES[year] ?? 0, on, words))
    if (random.chance(70)) {
      const memo = random.pick([
        'Half of the concert tickets',
        'Her share of dinner',
        'Present for Jonas',
        'Train tickets',
      ])
      const amount = random.between(12, 64) * 100
      this.agenda.plan(firstDay + random.between(4, 26), 18, (on) =>
        this.move(this.everyday, amount, on, { payee: 'Mara Lindqvist', memo, category: 'Leisure' }),
      )
    }
    if (index % 12 === 5) {
      const amount = random.between(31000, 58000)
      this.agenda.plan(firstDay + 18, 7, (on) =>
        this.move(this.everyday, amount, on, {
          payee: 'Finanzamt Prenzlauer Berg',
          memo: 'Tax refund',
          category: 'Income',
        }),
      )
    }
  }

  private planStandingOrders({ firstDay, month, name, year }: Month): void {
    for (const { payee, memo, category, day, amounts, months, isMonthly } of STANDING_ORDERS) {
      if (months && !months.includes(month)) continue
      const text = isMonthly ? `${memo}, ${name}` : memo
      const words = { payee, ...(text !== undefined && { memo: text }), category }
      // Insurance is announced: it is written down before the day it is due.
      const ahead = category === 'Insurance' ? 4 : 0
      const on = dateOfDay(firstDay + day - 1)
      this.agenda.plan(firstDay + day - 1 - ahead, 6, () => this.move(this.everyday, -amounts[year], on, words))
    }
  }

  private planHabits({ firstDay, days }: Month): void {
    const { random, scale } = this.options
    for (const { payee, memo, category, times, from, to } of HABITS) {
      const count = Math.floor(times * scale) + (random.chance(Math.round((times * scale * 100) % 100)) ? 1 : 0)
      for (let time = 0; time < count; time++) {
        const amount = Math.max(1, Math.round(random.between(from, to) / Math.max(1, scale)))
        const words = {
          payee: random.pick(payee),
          category,
          ...(memo && random.chance(60) && { memo: random.pick(memo) }),
        }
        this.purchase(firstDay + random.between(0, days - 1), amount, words)
      }
    }
  }

  /** Something bought; now and then the receipt turns up days later. */
  private purchase(day: number, amount: number, words: { payee: string; memo?: string; category: string }): void {
    const { random } = this.options
    const on = dateOfDay(day)
    if (random.chance(4)) {
      const late = { ...words, memo: 'Receipt found later' }
      this.agenda.plan(day + random.between(5, 19), 19, () => this.move(this.everyday, -amount, on, late))
      return
    }
    this.agenda.plan(day, random.between(9, 20), () => {
      const entry = this.move(this.everyday, -amount, on, words)
      if (entry && random.chance(3)) this.annotateLater(entry, day)
    })
  }

  private annotateLater(entry: SampleEntry, day: number): void {
    const memo = this.options.random.pick([
      'Shared with Mara',
      'Reimbursed by work',
      'For the party',
      'Warranty until next year',
    ])
    this.agenda.plan(day + 1, 8, () => this.options.recorder.annotate(entry, { memo }))
  }

  private planWeeklyShop({ firstDay, days }: Month): void {
    const { random } = this.options
    for (let day = firstDay; day < firstDay + days; day++) {
      // Day 0 was a Thursday; the shop is on Saturdays.
      if (((day % 7) + 7) % 7 !== 2) continue
      this.purchase(day, random.between(5980, 9870), {
        payee: 'Grünmarkt Schönhauser Allee',
        memo: 'Weekly shop',
        category: 'Groceries',
      })
    }
  }

  private planSavings({ firstDay, index }: Month): void {
    const { recorder } = this.options
    const { everyday, savings, holiday } = this
    this.agenda.plan(firstDay + 21, 7, (on) =>
      recorder.transfer(everyday, savings, everyday.balance > 60000 ? 25000 : 10000, on, 'Monthly savings'),
    )
    this.agenda.plan(firstDay + 3, 7, (on) => recorder.transfer(everyday, holiday, 9000, on, 'Holiday fund'))
    this.agenda.plan(firstDay + 25, 20, (on) => {
      if (everyday.balance > 190000)
        recorder.transfer(everyday, savings, Math.floor((everyday.balance - 120000) / 5000) * 5000, on, 'What was left')
    })
    for (const day of [9, 14, 18, 24]) {
      this.agenda.plan(firstDay + day, 8, (on) => {
        if (everyday.balance < 12000) recorder.transfer(savings, everyday, 40000, on, 'To the end of the month')
      })
    }
    for (const { month, payee, memo, category, amount } of PURCHASES) {
      if (month === index)
        this.agenda.plan(firstDay + 10, 15, (on) => this.move(this.savings, -amount, on, { payee, memo, category }))
    }
    if (index === 13) this.agenda.plan(firstDay + 6, 10, () => recorder.changeLimit(everyday, 50000))
    if (index === 7) this.agenda.plan(firstDay + 9, 21, () => recorder.rename(holiday, 'Holiday'))
  }

  /** The cash box of the rowing club: dues come in, cake and boat varnish go out. */
  private planClub({ firstDay, days, month }: Month): void {
    const { random } = this.options
    const members: readonly [string, ...string[]] = [
      'Jonas Ehlers',
      'Ayla Demirci',
      'Piotr Nowak',
      'Greta Holm',
      'Luís Carvalho',
      'Nele Brandis',
    ]
    for (let time = random.between(3, 5); time > 0; time--) {
      const words = { payee: random.pick(members), memo: 'Club dues', category: 'Club' }
      this.agenda.plan(firstDay + random.between(0, 12), 19, (on) => this.move(this.club, 1500, on, words))
    }
    for (let time = random.between(3, 5); time > 0; time--) {
      const words = {
        payee: random.pick(['Bootsbau Havel', 'Bäckerei Brandt', 'Getränke Sommer', 'Schreibwaren Kuhn']),
        category: 'Club',
      }
      const amount = random.between(650, 2240)
      this.agenda.plan(firstDay + random.between(10, days - 1), 17, (on) => this.move(this.club, -amount, on, words))
    }
    if (month === 4)
      this.agenda.plan(firstDay + 20, 12, (on) =>
        this.move(this.club, -4900, on, { payee: 'Bootsbau Havel', memo: 'Varnish for the season', category: 'Club' }),
      )
  }

  private planTravel({ firstDay, month, year }: Month): void {
    if (month !== 2 && month !== 7) return
    const { random } = this.options
    const stays: readonly [string, ...string[]] =
      month === 7
        ? ['Pensão Mar Azul', 'Casa da Ria', 'Parque Campismo Dunas']
        : ['Berghütte Almrausch', 'Gasthof Adler', 'Skiverleih Gipfel']
    this.agenda.plan(firstDay + 2, 9, (on) =>
      this.move(this.holiday, -(26000 + year * 2000), on, { payee: stays[0], memo: 'Rooms', category: 'Travel' }),
    )
    for (let time = 0; time < 11; time++) {
      const amount = random.between(900, 4600)
      this.agenda.plan(firstDay + 6 + time, 20, (on) =>
        this.move(this.holiday, -amount, on, { payee: random.pick(stays), category: 'Travel' }),
      )
    }
  }

  private planCard({ firstDay, days, index }: Month): void {
    const { random, recorder } = this.options
    if (index % 2 === 0) {
      const rate = random.between(104, 112)
      this.agenda.plan(firstDay + 5, 21, (on) =>
        recorder.transfer(this.everyday, this.card, 13000, on, 'Lisbon card', 130 * rate),
      )
    }
    for (let time = random.between(2, 5); time > 0; time--) {
      const words = {
        payee: random.pick(['Miradouro Books', 'Tagus Cloud Hosting', 'Alfama Coffee Roasters', 'Fado Tickets']),
        category: random.pick(['Leisure', 'Subscriptions']),
      }
      const amount = random.between(690, 2680)
      this.agenda.plan(firstDay + random.between(6, days - 1), 16, (on) => this.move(this.card, -amount, on, words))
    }
  }

  /** What goes wrong and is put right: entries charged twice, statements compared. */
  private planCorrections({ firstDay, index, name, year }: Month): void {
    const { recorder } = this.options
    if (index % 4 === 3) {
      const words = { payee: 'Nordlicht Energie GmbH', memo: `Electricity, ${name}`, category: 'Utilities' }
      const amount = [5800, 6100, 6400][year] ?? 0
      this.agenda.plan(firstDay + 16, 6, (on) => {
        const twice = this.move(this.everyday, -amount, on, words)
        if (twice) this.agenda.plan(firstDay + 19, 10, (day) => recorder.reverse(twice, day, 'Charged twice'))
      })
    }
    // By then every receipt of the month before has turned up; of one month it had not.
    const compared = firstDay + (index === COMPARED_EARLY ? 1 : 20)
    this.agenda.plan(compared, 9, () => recorder.assertBalance(this.everyday, dateOfDay(firstDay - 1)))
  }

  private move(
    account: SampleAccount,
    amount: number,
    on: string,
    words: { payee?: string; memo?: string; category: string },
  ): SampleEntry | undefined {
    return this.options.recorder.move(account, amount, on, words)
  }
}
