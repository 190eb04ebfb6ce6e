/** One matter of an invented story in several wordings; slots are `{town}`, `{n}`, `{day}`, `{name}`, `{body}`. */
export interface Matter {
  readonly told: string
  /** The same sentence after an editor's hand: words moved, left out or swapped, every slot kept. */
  readonly edited: readonly string[]
  /** The same in another's words, every slot kept. */
  readonly retold: readonly string[]
  /** What a page says in its place after taking the claim back; it shares the matter and not the claim. */
  readonly reworded: string
}

/** A quotation whose words are changed: `{was}` in the old version, `{is}` in the new. */
export interface ChangedQuote {
  readonly told: string
  readonly edited: readonly string[]
  readonly retold: readonly string[]
  readonly was: string
  readonly is: string
}

/** Words for one half of the seeds: the other half shares none of them. */
export interface Wordings {
  readonly matters: readonly Matter[]
  readonly quotes: readonly ChangedQuote[]
  readonly towns: readonly string[]
  readonly surnames: readonly string[]
  readonly firstNames: readonly string[]
  readonly bodies: readonly string[]
  /** Sentences that print a value of the slot of another thing. */
  readonly elsewhere: Readonly<Record<"n" | "day" | "name" | "body", readonly string[]>>
  /** Sentences that give `{old}` as old beside `{new}`; `{told}` is the sentence with the new, `{before}` with the old. */
  readonly asOld: readonly string[]
  /** The same of a sentence that was taken back whole. */
  readonly takenBack: readonly string[]
}

export const tuneWordings: Wordings = {
  towns: ["Skerrow", "Aldmouth", "Penhallow", "Brackwater", "Tarnholm", "Ostley"],
  surnames: ["Lerwick", "Hask", "Trevanion", "Oduya", "Brandt", "Mallory", "Quill", "Sorensen"],
  firstNames: ["Anna", "Piet", "Rowan", "Ines", "Tomas", "Edith"],
  bodies: [
    "the harbour board",
    "the fire service",
    "the town council",
    "the coast guard",
    "the ferry company",
  ],
  matters: [
    {
      told: "The ferry sank off {town} on {day} with {n} passengers on board, {body} said.",
      edited: [
        "The ferry sank off {town} with {n} passengers on board on {day}, {body} said.",
        "The old ferry sank just off {town} on {day} with {n} passengers aboard, {body} said late at night.",
      ],
      retold: [
        "{n} passengers were aboard when the ferry went down near {town} on {day}, according to {body}.",
        "The vessel that foundered at {town} on {day} carried {n} passengers, as {body} told reporters.",
      ],
      reworded: "Nobody was aboard the ferry when it broke from its mooring in {town}.",
    },
    {
      told: "A fire in a warehouse in {town} drove {n} families from their homes on {day}, said {name}, who led the crews.",
      edited: [
        "A fire in a {town} warehouse drove {n} families from their homes on {day}, said {name}, who led the crews there.",
        "On {day} a fire in a warehouse in {town} drove {n} families from home, said {name}, who led the crews.",
      ],
      retold: [
        "{n} families had to leave home on {day} as a warehouse burned in {town}; crews were under {name}.",
        "Flames at a storehouse in {town} left {n} families homeless on {day}, crew chief {name} reported.",
      ],
      reworded: "The warehouse in {town} was smoking for hours, but families could stay in their homes.",
    },
    {
      told: "The school of {town} will close {n} classrooms from {day} because of mould, {body} wrote to parents.",
      edited: [
        "The school of {town} is to close {n} classrooms from {day} because of mould, {body} wrote to all parents.",
        "Because of mould, the school of {town} will close {n} classrooms from {day}, {body} wrote.",
      ],
      retold: [
        "Mould has been found at the school in {town}: {n} classrooms stay shut from {day}, a letter of {body} says.",
        "From {day} pupils in {town} lose {n} classrooms to mould, parents learned from {body}.",
      ],
      reworded: "The school of {town} found mould in its cellar and is waiting for a second test.",
    },
    {
      told: "{name} took {n} paintings out of the museum in {town} on {day}, the police said.",
      edited: [
        "{name} took {n} small paintings out of the museum in {town} on {day}, police said.",
        "On {day}, {name} took {n} paintings out of the {town} museum, the police said.",
      ],
      retold: [
        "{n} paintings left the {town} museum on {day} in the hands of {name}, police believe.",
        "Police say that the {n} paintings missing from the museum in {town} since {day} were carried off by {name}.",
      ],
      reworded: "The museum in {town} had lent its paintings to another house, the police learned.",
    },
    {
      told: "The bridge at {town} carried {n} lorries a day before it was closed on {day} by {body}.",
      edited: [
        "Before it was closed on {day} by {body}, the bridge at {town} carried {n} lorries a day.",
        "The bridge at {town} carried about {n} heavy lorries a day until it was closed on {day} by {body}.",
      ],
      retold: [
        "Every day {n} lorries crossed at {town} until {body} shut the bridge on {day}.",
        "{body} barred the bridge on {day}; {n} lorries had been using the crossing at {town} daily.",
      ],
      reworded: "The bridge at {town} stays open to lorries while engineers look at its cables.",
    },
    {
      told: "{body} had known since {day} that {n} of the pumps in {town} were leaking oil into the river.",
      edited: [
        "{body} had known since {day} that {n} pumps in {town} were leaking oil into the river.",
        "Since {day} {body} had known that {n} of the pumps in {town} were leaking oil into the river, records show.",
      ],
      retold: [
        "Oil ran into the river from {n} leaking pumps in {town}, and {body} had been told on {day}.",
        "That {n} pumps in {town} leaked oil was no news to {body}, who knew it from {day} on.",
      ],
      reworded: "Tests of the river near {town} found no oil from the pumps.",
    },
    {
      told: "{name} was elected to lead the dockers of {town} on {day} with {n} votes.",
      edited: [
        "On {day} {name} was elected to lead the dockers of {town} with {n} votes.",
        "{name} was elected leader of the dockers of {town} on {day} with {n} votes, a union paper said.",
      ],
      retold: [
        "With {n} votes the dockers in {town} chose {name} as their leader on {day}.",
        "The new head of the {town} dockers is {name}, who won {n} votes on {day}.",
      ],
      reworded: "The dockers of {town} will count their votes again before anyone leads them.",
    },
    {
      told: "Flood water stood in {n} streets of {town} by {day}, and {body} opened the sports hall for the night.",
      edited: [
        "Flood water stood in {n} streets of {town} by {day} and {body} opened a sports hall for the night.",
        "By {day}, flood water stood in {n} of the streets of {town}, and {body} opened the sports hall.",
      ],
      retold: [
        "{body} let people sleep in the sports hall as water rose in {n} streets of {town} by {day}.",
        "By {day} the flood had reached {n} streets in {town}; a sports hall run by {body} took people in.",
      ],
      reworded: "The flood passed {town} by, and its sports hall was not needed.",
    },
  ],
  quotes: [
    {
      told: "“We will {was} every family that lost a home in the fire at {town},” said {name}.",
      edited: [
        "“We will {was} every family that lost a home in the fire,” {name} said on the quay.",
        "“We will {was} every family that lost a home,” said {name}, who looked tired.",
      ],
      retold: [
        "{name} said that they would {was} every family made homeless by the fire at {town}.",
        "Asked about the fire at {town}, {name} promised to {was} families who lost a home.",
      ],
      was: "pay in full",
      is: "try to help",
    },
    {
      told: "“The engine was {was} when the boat left {town},” {name} told the inquiry.",
      edited: [
        "“The engine was {was} when the boat left,” {name} told the inquiry in {town}.",
        "{name} told the inquiry: “The engine was {was} when the boat left {town}.”",
      ],
      retold: [
        "The boat left {town} with an engine that was {was}, {name} told the inquiry.",
        "According to {name}, the engine of the boat from {town} was {was} as it left.",
      ],
      was: "already broken",
      is: "not yet warm",
    },
    {
      told: "“Nobody in {town} was {was} about the mould in the school,” said {name}, a teacher.",
      edited: [
        "“Nobody in {town} was {was} about the mould,” said {name}, a teacher at the school.",
        "Said teacher {name}: “Nobody in {town} was {was} about the mould in the school.”",
      ],
      retold: [
        "Teacher {name} complained that nobody in {town} had been {was} about the school mould.",
        "People in {town} were never {was} about mould in the school, {name} said.",
      ],
      was: "warned",
      is: "surprised",
    },
  ],
  elsewhere: {
    n: [
      "The library keeps {n} maps of the coast.",
      "A choir of {n} singers sang at the market.",
      "Route {n} was quiet in the evening.",
    ],
    day: [
      "The market opens again on {day} with fruit and bread.",
      "The weather service expects rain on {day}.",
    ],
    name: ["A prize for bakers went to {name}, who keeps a shop.", "{name} is writing a book on gulls."],
    body: ["A new boat was bought by {body} last year.", "A garden party was held by {body} in spring."],
  },
  asOld: [
    "{told} Early reports had spoken of {old}.",
    "Correction: an earlier version of this report gave {old} instead of {new}.",
    "It was first reported that {before} The right word is {new}.",
  ],
  takenBack: [
    "An earlier version of this report said that {before} That has been taken back.",
    "It was first reported that {before} Nothing of this was confirmed.",
  ],
}

export const blindWordings: Wordings = {
  towns: ["Varnby", "Coldharbour", "Lisk", "Marrowdale", "Eastfold", "Threnmoor"],
  surnames: ["Abara", "Castell", "Dunmore", "Novak", "Ferreira", "Whitlock", "Yardley", "Osei"],
  firstNames: ["Clara", "Jonas", "Meera", "Hugh", "Salma", "Victor"],
  bodies: [
    "the railway",
    "the health office",
    "the county court",
    "the water company",
    "the teachers’ union",
  ],
  matters: [
    {
      told: "A train left the rails near {town} on {day} and {n} travellers were hurt, according to {body}.",
      edited: [
        "Near {town}, a train left the rails on {day} and {n} travellers were hurt, according to {body}.",
        "A night train left the rails near {town} on {day}, and {n} travellers were slightly hurt, according to {body}.",
      ],
      retold: [
        "{body} counted {n} hurt travellers after the derailment of a train at {town} on {day}.",
        "There were {n} injured on {day} when a train came off its track outside {town}, {body} announced.",
      ],
      reworded: "The train stopped short of the damaged rails near {town} and its travellers walked home.",
    },
    {
      told: "Doctors in {town} had treated {n} patients for the fever by {day}, the head of the clinic, {name}, said.",
      edited: [
        "Doctors in {town} had treated {n} patients for the fever by {day}, said the head of the clinic, {name}.",
        "By {day}, doctors in {town} had treated {n} patients for fever, clinic head {name} said.",
      ],
      retold: [
        "The clinic of {name} in {town} had seen {n} cases of the fever by {day}.",
        "The fever had sent {n} people to the doctors of {town} up to {day}, {name} of the clinic told a paper.",
      ],
      reworded: "The clinic in {town} says the patients had eaten bad mussels and no fever was found.",
    },
    {
      told: "The factory in {town} will dismiss {n} workers after {day}, {body} learned from a letter.",
      edited: [
        "The factory in {town} is going to dismiss {n} workers after {day}, {body} learned from a letter.",
        "After {day} the {town} factory will dismiss {n} of its workers, {body} learned from a letter.",
      ],
      retold: [
        "{n} people lose their jobs at the plant in {town} once {day} is past, a letter to {body} shows.",
        "A letter that {body} received says {n} jobs go at the {town} factory after {day}.",
      ],
      reworded:
        "The factory in {town} has promised to keep its workers until the order books are full again.",
    },
    {
      told: "{name} was sentenced in {town} on {day} to {n} months in prison for selling forged tickets.",
      edited: [
        "On {day}, {name} was sentenced in {town} to {n} months in prison for selling forged tickets.",
        "{name} was sentenced in {town} on {day} to {n} months in jail for having sold forged tickets.",
      ],
      retold: [
        "A judge in {town} on {day} gave {name} {n} months for the sale of forged tickets.",
        "For selling tickets that were forged {name} must serve {n} months, it was ruled in {town} on {day}.",
      ],
      reworded: "The trial for forged tickets in {town} begins anew before another judge.",
    },
    {
      told: "The reservoir above {town} held {n} days of water on {day}, the lowest since {body} began to measure.",
      edited: [
        "On {day} the reservoir above {town} held {n} days of water, the lowest since {body} began measuring.",
        "The reservoir above {town} held only {n} days of water on {day}, its lowest since {body} began to measure.",
      ],
      retold: [
        "Water for {n} days was left above {town} on {day}; {body} never measured less in the reservoir.",
        "{body} says the reservoir near {town} would last {n} days as of {day}, a record low.",
      ],
      reworded: "Rain has filled the reservoir above {town} and the measuring goes on.",
    },
    {
      told: "{body} ignored {n} complaints about the landfill in {town} before the slide on {day}.",
      edited: [
        "{body} ignored {n} complaints about the {town} landfill before the slide on {day}.",
        "Before the slide on {day}, {body} ignored {n} written complaints about the landfill in {town}.",
      ],
      retold: [
        "{n} complaints on the {town} landfill went unread at {body} until it slid on {day}.",
        "Neighbours of the landfill in {town} wrote {n} times to {body}, without an answer, ahead of the slide on {day}.",
      ],
      reworded:
        "The slide at the landfill in {town} followed weeks of rain, and complaints had been answered.",
    },
    {
      told: "{name} swam across the strait to {town} on {day} in {n} hours.",
      edited: [
        "On {day} {name} swam across the strait to {town} in {n} hours.",
        "{name} swam across the cold strait to {town} on {day} in {n} hours, followed by a boat.",
      ],
      retold: [
        "It took {name} {n} hours on {day} to cross the strait to {town} by swimming.",
        "The strait was crossed in {n} hours by the swimmer {name}, who reached {town} on {day}.",
      ],
      reworded: "The swim across the strait to {town} was given up because of the wind.",
    },
    {
      told: "Burglars opened {n} safes in a bank in {town} on {day}, and {body} has asked witnesses to come forward.",
      edited: [
        "Burglars opened {n} safes in a bank in {town} on {day} and {body} asked witnesses to come forward.",
        "On {day} burglars opened {n} safes in a {town} bank, and {body} has asked for witnesses.",
      ],
      retold: [
        "{body} looks for witnesses after {n} safes were emptied at a bank in {town} on {day}.",
        "Thieves got into {n} safes of the bank at {town} on {day}; witnesses may write to {body}.",
      ],
      reworded: "The safes of the bank in {town} were locked by a fault in the alarm.",
    },
  ],
  quotes: [
    {
      told: "“The council has {was} the money for the swimming pool in {town},” {name} said.",
      edited: [
        "“The council has {was} the money for the swimming pool,” {name} said in {town}.",
        "“The council,” {name} said, “has {was} the money for the swimming pool in {town}.”",
      ],
      retold: [
        "{name} accused the council of {town}: it had {was} the money for the pool.",
        "Money meant for the swimming pool in {town} has been {was} by the council, {name} thinks.",
      ],
      was: "thrown away",
      is: "not spent",
    },
    {
      told: "“I saw {was} on the track in {town} before the train came,” said {name}, a signalman.",
      edited: [
        "“I saw {was} on the track before the train came,” said {name}, a signalman in {town}.",
        "Signalman {name} said: “I saw {was} on the track in {town} before the train came.”",
      ],
      retold: [
        "Signalman {name} saw {was} on the track in {town} ahead of the train.",
        "There were {was} on the track when the train reached {town}, {name} recalled.",
      ],
      was: "two young men",
      is: "some large dogs",
    },
    {
      told: "“This clinic was {was} for a fever of that kind in {town},” said {name}, a nurse.",
      edited: [
        "“This clinic was {was} for a fever of that kind,” said {name}, a nurse in {town}.",
        "Nurse {name} said: “This clinic was {was} for a fever of that kind in {town}.”",
      ],
      retold: [
        "Nurse {name} called the clinic {was} for such a fever in {town}.",
        "In {town} the clinic was {was} for the fever, a nurse called {name} said.",
      ],
      was: "unprepared",
      is: "ready",
    },
  ],
  elsewhere: {
    n: [
      "A baker in the next street sold {n} loaves that morning.",
      "The tower has {n} steps to its bell.",
      "The paper is in its {n}th year, with {n} subscribers in the valley.",
    ],
    day: ["A concert for children was given on {day} in the park.", "Shops were to stay open late on {day}."],
    name: ["The chess cup was won by {name}, a pupil.", "Tickets for the play with {name} are sold out."],
    body: [
      "An exhibition on {body} can be seen in the town hall.",
      "A football team of {body} lost its match.",
    ],
  },
  asOld: [
    "{told} At first {old} had been given.",
    "This article has been corrected: it wrongly said {old} where {new} is right.",
    "Several papers had previously written that {before} They have since changed it to {new}.",
  ],
  takenBack: [
    "This article wrongly said that {before} We regret the error.",
    "Several papers had previously written that {before} They have since removed it.",
  ],
}
