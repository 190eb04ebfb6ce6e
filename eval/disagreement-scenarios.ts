import type { Scenario } from "./disagreement-stories.ts"

/** Events that never were, each fact in several wordings. All were written before the rules were run on them. */
export const scenarios: readonly Scenario[] = [
  {
    title: "Mill fire in Carrow kills workers",
    openings: [
      "A fire broke out at a textile mill in Carrow before dawn on Thursday.",
      "Flames tore through a textile mill in the town of Carrow early on Thursday.",
      "Firefighters in Carrow spent Thursday morning fighting a blaze at a textile mill.",
    ],
    facts: [
      {
        kind: "figure",
        ways: [
          "{v} people were killed, the fire service said.",
          "The blaze killed {v} people.",
          "Officials said {v} people had died in the fire.",
        ],
        value: "12",
        same: ["twelve"],
        others: [
          { value: "15", cause: "later-update" },
          { value: "at least 10", cause: "bound" },
          { value: "21", cause: null },
        ],
      },
      {
        kind: "figure",
        ways: [
          "{v} people were injured, most of them by smoke.",
          "Another {v} people were hurt.",
          "Hospitals treated {v} people who had been injured.",
        ],
        value: "34",
        same: [],
        others: [
          { value: "41", cause: "later-update" },
          { value: "more than 30", cause: "bound" },
        ],
      },
      {
        kind: "figure",
        ways: [
          "The mill employs {v} workers.",
          "{v} workers are employed at the mill.",
          "Carrow Textiles employs {v} workers at the site.",
        ],
        value: "1,970",
        same: [],
        others: [
          { value: "about 2,000", cause: "rounding" },
          { value: "1,790", cause: "copying-error" },
        ],
      },
      {
        kind: "figure",
        ways: ["The damage was put at {v}.", "Insurers estimated the damage at {v}."],
        value: "£4.2 million",
        same: ["£4.2m"],
        others: [
          { value: "£4 million", cause: "rounding" },
          { value: "£6.5 million", cause: null },
        ],
      },
      {
        kind: "date",
        ways: ["The mill was last inspected on {v}.", "Inspectors last inspected the mill on {v}."],
        value: "14 January",
        same: ["January 14"],
        others: [
          { value: "24 January", cause: null },
          { value: "14 February", cause: null },
        ],
      },
      {
        kind: "name",
        ways: [
          "{v}, the manager of the mill, wept as she spoke to reporters.",
          "The manager of the mill, {v}, spoke to reporters.",
        ],
        value: "Marian Dowse",
        same: [],
        others: [{ value: "Miriam Dowse", cause: null }],
      },
    ],
    asides: [
      "In 2019 a fire at a warehouse in the same street killed 4 people.",
      "Three of the dead were under 20.",
      "Some 60 firefighters with 9 engines were sent to the scene.",
      "The mill opened in 1887.",
    ],
  },
  {
    title: "Ferry Heron runs aground off Selby Head",
    openings: [
      "A passenger ferry ran aground off Selby Head on Wednesday night.",
      "The ferry Heron struck rocks near Selby Head late on Wednesday.",
    ],
    facts: [
      {
        kind: "figure",
        ways: [
          "The Heron was carrying {v} passengers.",
          "{v} passengers were aboard the Heron.",
          "There were {v} passengers on board.",
        ],
        value: "186",
        same: [],
        others: [
          { value: "168", cause: "copying-error" },
          { value: "nearly 200", cause: "rounding" },
          { value: "212", cause: null },
        ],
      },
      {
        kind: "figure",
        ways: ["She had a crew of {v}.", "The ferry had a crew of {v}."],
        value: "14",
        same: ["fourteen"],
        others: [{ value: "16", cause: null }],
      },
      {
        kind: "figure",
        ways: [
          "Lifeboats rescued {v} people.",
          "{v} people were rescued by lifeboats.",
          "By morning {v} people had been rescued.",
        ],
        value: "120",
        same: [],
        others: [
          { value: "171", cause: "later-update" },
          { value: "more than 100", cause: "bound" },
        ],
      },
      {
        kind: "figure",
        ways: [
          "{v} tonnes of oil leaked into the bay.",
          "About a third of the bay was covered after {v} tonnes of oil leaked.",
        ],
        value: "40",
        same: [],
        others: [
          { value: "60", cause: "later-update" },
          { value: "at least 35", cause: "bound" },
        ],
      },
      {
        kind: "date",
        ways: ["The Heron was built in {v}.", "Built in {v}, the Heron is the oldest ship of the line."],
        value: "1998",
        same: [],
        others: [{ value: "1989", cause: null }],
      },
      {
        kind: "name",
        ways: [
          "Captain {v} was the last to leave the ship.",
          "The ferry's captain, {v}, left the ship last.",
        ],
        value: "Edwin Tarrant",
        same: [],
        others: [{ value: "Edwin Tarrent", cause: null }],
      },
    ],
    asides: [
      "Two passengers were treated for broken bones.",
      "The line carries 400,000 passengers a year.",
      "In May 2024 another of its ferries lost power with 90 passengers aboard.",
      "Waves were 3 metres high.",
    ],
  },
  {
    title: "Orbel to close two plants",
    openings: [
      "Orbel, the maker of lifts, said on Thursday that it would close two plants.",
      "Two plants of the lift maker Orbel are to close, the company announced on Thursday.",
    ],
    facts: [
      {
        kind: "figure",
        ways: [
          "The company will cut {v} jobs.",
          "{v} jobs will be cut.",
          "Orbel plans to cut {v} jobs by the autumn.",
        ],
        value: "1,840",
        same: [],
        others: [
          { value: "about 1,800", cause: "rounding" },
          { value: "2,400", cause: null },
          {
            value: "3,100",
            cause: "scope",
            way: "Across all of its divisions Orbel will cut {v} jobs worldwide.",
          },
        ],
      },
      {
        kind: "figure",
        ways: [
          "Orbel made a loss of {v} last year.",
          "Last year the company made a loss of {v}.",
          "It reported a loss of {v} for last year.",
        ],
        value: "€310 million",
        same: ["€310m"],
        others: [
          { value: "€130 million", cause: "copying-error" },
          { value: "€300 million", cause: "rounding" },
        ],
      },
      {
        kind: "figure",
        ways: ["The plant in Leith has {v} employees.", "{v} employees work at the plant in Leith."],
        value: "960",
        same: [],
        others: [
          { value: "690", cause: null },
          { value: "more than 900", cause: "bound" },
        ],
      },
      {
        kind: "date",
        ways: ["The plant in Leith will close on {v}.", "The Leith plant is to close on {v}."],
        value: "30 June",
        same: ["June 30"],
        others: [
          { value: "31 July", cause: null },
          { value: "30 September", cause: null },
        ],
      },
      {
        kind: "name",
        ways: ["{v}, the chief executive, called it a sad day.", "Chief executive {v} called it a sad day."],
        value: "Ilse Brandt",
        same: [],
        others: [{ value: "Else Brandt", cause: null }],
      },
    ],
    asides: [
      "The company cut 500 jobs in 2027.",
      "Its shares fell 4 per cent to €18.40.",
      "Sales rose to €5.1 billion.",
      "A rival, Hoist & Sons, has 7,000 employees.",
    ],
  },
  {
    title: "Thousands march against water law in Pellin",
    openings: [
      "Opponents of the new water law marched through Pellin on Wednesday.",
      "A march against the government's water law filled the centre of Pellin on Wednesday.",
    ],
    facts: [
      {
        kind: "figure",
        ways: [
          "{v} people took part in the march.",
          "Organisers said {v} people had taken part in the march.",
          "The march drew {v} people.",
        ],
        value: "60,000",
        same: [],
        others: [
          { value: "25,000", cause: null },
          { value: "more than 50,000", cause: "bound" },
        ],
      },
      {
        kind: "figure",
        ways: [
          "Police arrested {v} people.",
          "{v} people were arrested.",
          "The police said that {v} people had been arrested.",
        ],
        value: "17",
        same: ["seventeen"],
        others: [
          { value: "23", cause: "later-update" },
          { value: "71", cause: "copying-error" },
        ],
      },
      {
        kind: "figure",
        ways: ["{v} officers were injured.", "Stones injured {v} officers."],
        value: "8",
        same: ["eight"],
        others: [
          { value: "11", cause: "later-update" },
          { value: "at least six", cause: "bound" },
        ],
      },
      {
        kind: "figure",
        ways: [
          "{v} people have signed a petition against the law.",
          "A petition against the law has been signed by {v} people.",
        ],
        value: "412,000",
        same: [],
        others: [
          { value: "400,000", cause: "rounding" },
          { value: "241,000", cause: null },
        ],
      },
      {
        kind: "date",
        ways: [
          "Parliament will vote on the law on {v}.",
          "The law will be put to the vote in parliament on {v}.",
        ],
        value: "19 March",
        same: ["March 19"],
        others: [{ value: "29 March", cause: null }],
      },
      {
        kind: "name",
        ways: [
          "{v}, who leads the farmers' union, spoke to the crowd.",
          "The head of the farmers' union, {v}, spoke to the crowd.",
        ],
        value: "Tomas Veld",
        same: [],
        others: [{ value: "Thomas Feld", cause: null }],
      },
    ],
    asides: [
      "Last month some 5,000 people marched in Orrin.",
      "Six roads were closed for 4 hours.",
      "Of those arrested, five were minors.",
      "The law would raise the price of water by 12 per cent.",
    ],
  },
  {
    title: "Quake strikes the Tamber valley",
    openings: [
      "An earthquake shook the Tamber valley on Thursday.",
      "The Tamber valley was hit by a strong earthquake on Thursday morning.",
    ],
    facts: [
      {
        kind: "figure",
        ways: [
          "The quake killed {v} people.",
          "{v} people died.",
          "{v} people were killed, the interior ministry said.",
        ],
        value: "53",
        same: [],
        others: [
          { value: "87", cause: "later-update" },
          { value: "at least 50", cause: "bound" },
          {
            value: "31",
            cause: "scope",
            way: "In the town of Ansa alone {v} people were killed.",
          },
        ],
      },
      {
        kind: "figure",
        ways: [
          "{v} houses were destroyed.",
          "The quake destroyed {v} houses.",
          "In all {v} houses were destroyed by the quake.",
        ],
        value: "2,310",
        same: [],
        others: [
          { value: "about 2,300", cause: "rounding" },
          { value: "3,210", cause: "copying-error" },
        ],
      },
      {
        kind: "figure",
        ways: ["The quake had a magnitude of {v}.", "Its magnitude was {v}, the seismic office said."],
        value: "6.4",
        same: [],
        others: [{ value: "6.8", cause: null }],
      },
      {
        kind: "figure",
        ways: ["{v} soldiers were sent to help.", "The army sent {v} soldiers."],
        value: "1,200",
        same: [],
        others: [
          { value: "2,000", cause: null },
          { value: "more than 1,000", cause: "bound" },
        ],
      },
      {
        kind: "figure",
        ways: [
          "The government released {v} for the relief of the valley.",
          "For the relief of the valley the government released {v}.",
        ],
        value: "$45 million",
        same: ["$45m"],
        others: [
          { value: "$54 million", cause: null },
          { value: "$50 million", cause: "rounding" },
        ],
      },
    ],
    asides: [
      "A quake in 1974 killed 600 people in the valley.",
      "An aftershock of magnitude 4.9 followed within 20 minutes.",
      "About 40,000 people live in the valley.",
      "Two bridges and a school collapsed.",
    ],
  },
  {
    title: "Court jails three over Lantern fund",
    openings: [
      "A court in Verrin on Wednesday sentenced three managers of the Lantern fund.",
      "Three managers of the collapsed Lantern fund were sentenced in Verrin on Wednesday.",
    ],
    facts: [
      {
        kind: "figure",
        ways: [
          "The fund owed its clients {v}.",
          "{v} was owed to the fund's clients.",
          "When it failed, the fund owed clients {v}.",
        ],
        value: "$1.36 billion",
        same: ["$1.36bn"],
        others: [
          { value: "$1.4 billion", cause: "rounding" },
          { value: "$1.63 billion", cause: null },
        ],
      },
      {
        kind: "figure",
        ways: ["{v} clients lost their savings.", "Their savings were lost by {v} clients."],
        value: "9,400",
        same: [],
        others: [
          { value: "4,900", cause: null },
          { value: "more than 9,000", cause: "bound" },
        ],
      },
      {
        kind: "figure",
        ways: ["The court heard {v} witnesses.", "{v} witnesses were heard by the court."],
        value: "112",
        same: [],
        others: [
          { value: "121", cause: "copying-error" },
          { value: "about 110", cause: "rounding" },
        ],
      },
      {
        kind: "date",
        ways: ["The trial began on {v}.", "The trial of the three began on {v}."],
        value: "9 October 2030",
        same: ["October 9, 2030"],
        others: [
          { value: "19 October 2030", cause: null },
          { value: "9 November 2030", cause: null },
        ],
      },
      {
        kind: "name",
        ways: ["Judge {v} spoke of greed without shame.", "The judge, {v}, spoke of greed without shame."],
        value: "Agnes Corrie",
        same: [],
        others: [{ value: "Agnes Currie", cause: null }],
      },
    ],
    asides: [
      "The oldest of the three is 71.",
      "In 2028 a smaller fund of theirs lost 300 clients.",
      "The verdict runs to 240 pages.",
      "They have until 2 April to appeal.",
    ],
  },
]
