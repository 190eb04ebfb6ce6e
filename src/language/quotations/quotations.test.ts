import { expect, test } from "vitest"
import { lexiconFor } from "../languages.ts"
import { classesOf } from "../lexicon.ts"
import { layOutPage, type Page, rangeSpan } from "../page.ts"
import { paragraphsOf } from "../paragraphs.ts"
import { splitSentences } from "../sentences.ts"
import { type TokenRange, tokenize } from "../tokens.ts"
import { findQuotations } from "./quotations.ts"

function pageOf(text: string): Page {
  const lexicon = lexiconFor("en")
  const tokens = tokenize(text)
  const classes = classesOf(tokens, lexicon)
  const paragraphs = paragraphsOf(text)
  return layOutPage(
    text,
    tokens,
    classes,
    lexicon,
    paragraphs,
    splitSentences(text, tokens, classes, paragraphs),
  )
}

/** One line a quotation: its form, its words, and who says them as printed. */
function check(text: string, ...lines: readonly string[]): void {
  const page = pageOf(text)
  const cut = (range: TokenRange): string => {
    const { start, end } = rangeSpan(page, range)
    return text.slice(start, end)
  }
  const drawn = findQuotations(page).map(
    ({ form, parts, subject, speech }) =>
      `${speech ? form : "no speech"}: ${parts.map(cut).join(" … ")} | ${subject ? cut(subject.phrase) : "nobody"}`,
  )
  expect(drawn).toEqual(lines)
}

test("any verb between the words and a name is one of speech", () => {
  check("“We sail,” beamed Anna Tarn.", "direct: We sail, | Anna Tarn")
  check("“We sail,” grizzled Orr, the old master.", "direct: We sail, | Orr")
  check(
    "“We sail,” said retired pilot Anna Tarn, asked about it.",
    "direct: We sail, | retired pilot Anna Tarn",
  )
  check("“We sail,” said the chief known as Orr, smiling.", "direct: We sail, | the chief")
  check("“Do we sail?” Orr pressed. “We might.”", "direct: Do we sail? … We might. | Orr")
})

test("verbs of more than one word", () => {
  check("As Anna Tarn put it, “no ship sails twice.”", "direct: no ship sails twice. | Anna Tarn")
  check("Orr fired back angrily: “Then we sail.”", "direct: Then we sail. | Orr")
  check("“We sail,” read the notice.", "direct: We sail, | the notice")
  check("Orr pointed out that the winch was old.", "indirect: that the winch was old | Orr")
})

test("a clause between subject and verb takes nothing away", () => {
  check("“We sail,” Orr, who has proposed it, said.", "direct: We sail, | Orr")
  check(
    "Those who back her rivals say the quay has suffered.",
    "indirect: the quay has suffered | Those who back her rivals",
  )
})

test("a participle has the subject of the sentence, or one of its own", () => {
  check(
    "The board noted that it was late, and added: “We sail.”",
    "indirect: that it was late | The board",
    "direct: We sail. | The board",
  )
  check("They left, with Anna Tarn calling it “a farce.”", "partial: it “a farce. | Anna Tarn")
})

test("words alone behind a sentence are its subject's", () => {
  check("Anna Tarn shook her head. “Never again.”", "direct: Never again. | Anna Tarn")
  check(
    "Anna Tarn shook her head. “Not one of us will sail,” came a cry.",
    "direct: Not one of us will sail, | nobody",
  )
})

test("where the words begin behind what the tag says of hearers and places", () => {
  check("Orr says on the radio that it is “too late.”", "partial: that it is “too late. | Orr")
  check("Orr told her crews that it is “too late.”", "partial: that it is “too late. | Orr")
  check("Orr told a council hearing that it is “too late.”", "partial: that it is “too late. | Orr")
})

test("a tag behind a conjunction carries no words before it", () =>
  check(
    "Orr said it was “too late,” and he said the board hoped for rain.",
    "partial: it was “too late, | Orr",
    "indirect: the board hoped for rain | he",
  ))

test("what is said of something hangs on its pronoun", () =>
  check("Orr wants the toll, which Tarn called “a theft.”", "partial: which … a theft. | Tarn"))

test("a mark of two apostrophes is one mark", () =>
  check("''We sail,'' Anna Tarn said. ''We always have.''", "direct: We sail, … We always have. | Anna Tarn"))

test("a clause goes on over commas, asides between dashes and verbs of stance", () => {
  check(
    "Orr said the toll would fall, and that the crews -- all of them -- would stay.",
    "indirect: the toll would fall, and that the crews -- all of them -- would stay | Orr",
  )
  check(
    "Orr suggested that it was late and hoped for ice.",
    "indirect: that it was late and hoped for ice | Orr",
  )
})

test("what was told by nobody named", () =>
  check("Orr was told that the winch was old.", "indirect: that the winch was old | nobody"))

test("compounds and nouns are no verbs of speech", () => {
  check("Orr, a self-described sailor, said the quay was shut.", "indirect: the quay was shut | Orr")
  check("Harbour advocates said the quay was shut.", "indirect: the quay was shut | Harbour advocates")
})

test("a participle behind its noun is part of the subject", () => {
  check(
    "A letter signed by the crew and seen by Coastwire says the quay is shut.",
    "indirect: the quay is shut | A letter signed by the crew and seen by Coastwire",
  )
  check(
    "A note seen by the Gazette says the quay is shut.",
    "indirect: the quay is shut | A note seen by the Gazette",
  )
})

test("a noun of saying with its owner carries a clause", () => {
  check(
    "The sale followed her claim that the quay was “rotten.”",
    "partial: that the quay was “rotten. | her",
  )
  check(
    "The sale was hurt by Anna Tarn’s warning on Monday that the quay was “rotten.”",
    "partial: that the quay was “rotten. | Anna Tarn’s",
  )
})

test("a title inside the subject ends no clause", () =>
  check(
    "Sam Orr, a player on the show “The Beginner,” said the pay was “poor.”",
    "no speech: The Beginner, | nobody",
    "partial: the pay was “poor. | Sam Orr",
  ))

test("a participle between commas, and a subordinate clause, lend and take no subject", () => {
  check(
    "Judge Orr, writing for the board, said the quay was “rotten.”",
    "partial: the quay was “rotten. | Judge Orr",
  )
  check(
    "Shortly after the call ended, Tarn’s office sent a note, saying the quay was “rotten.”",
    "partial: the quay was “rotten. | Tarn’s office",
  )
})

test("a date before a name is no part of it", () => {
  check("On June 18 Anna Tarn said that it was late.", "indirect: that it was late | Anna Tarn")
  check("In 2031 Anna Tarn said that it was late.", "indirect: that it was late | Anna Tarn")
})

test("a weak stretch does not hold a strong one back", () =>
  check(
    "The “night line” is about “people who need to sail,” Tarn said. “We know them.”",
    "partial: The “night line” is about “people who need to sail, … We know them. | Tarn",
    "no speech: night line | nobody",
  ))

test("words of another inside quoted words have a speaker of their own", () => {
  check("“She told me ‘go home’,” Orr said.", "direct: She told me ‘go home’, | Orr", "direct: go home | She")
  check(
    "‘The clerk looked up and said, “Not today,”’ Orr said. ‘And I said, “Why?”’",
    "direct: The clerk looked up and said, “Not today,” … And I said, “Why?” | Orr",
    "direct: Not today, | The clerk",
    "direct: Why? | I",
  )
  check(
    "“The letter read: ‘You have ten days.’ We left,” Orr said.",
    "direct: The letter read: ‘You have ten days.’ We left, | Orr",
    "direct: You have ten days. | The letter",
  )
})

test("titles and scare quotes inside quoted words are nobody's", () => {
  check(
    "“The ‘new’ quay is older than ‘The Tide’,” Orr said.",
    "direct: The ‘new’ quay is older than ‘The Tide’, | Orr",
  )
  check("“It was a ‘no’ from her,” Orr said.", "direct: It was a ‘no’ from her, | Orr")
})

test("turns of talk behind labels are their speakers'", () => {
  check(
    "Q. Where were you?\n\nA. In the boat. I was alone.\n\nQ. And the lamps?\n\nA. Out.",
    "block: Where were you? | Q",
    "block: In the boat. I was alone. | A",
    "block: And the lamps? | Q",
    "block: Out. | A",
  )
  check(
    "[00:12:03] MS. TARN: Where were you?\n\n[00:12:09] THE WITNESS: In the boat.\n\nThe lamps were out.\n\n[00:12:15] MS. TARN: And then?",
    "block: Where were you? | MS. TARN",
    "block: In the boat. … The lamps were out. | THE WITNESS",
    "block: And then? | MS. TARN",
  )
  check(
    "Anna Tarn: I saw the lamps.\n\nOrr (laughs): So did my crews.\n\nAnna Tarn: They were out.",
    "block: I saw the lamps. | Anna Tarn",
    "block: So did my crews. | Orr",
    "block: They were out. | Anna Tarn",
  )
})

test("labels of tables and lists open no turns", () => {
  check("Monday: the ferry leaves at nine.\n\nTuesday: it leaves at ten.\n\nMonday: no service at night.")
  check("Cost: The pier will cost a lot.\n\nTime: It takes a year.\n\nPlace: The old quay.")
  check("A. The old quay.\n\nB. The new quay.\n\nA. The pier.")
})

test("dialogue behind dashes", () => {
  check(
    "— We sail at dawn, said Tarn. We always have.\n\n— And the lamps? asked Orr.\n\n— They are out.",
    "block: We sail at dawn … We always have. | Tarn",
    "block: And the lamps? | Orr",
    "block: They are out. | nobody",
  )
  check("— The old quay\n\n— The new quay")
})

test("letters and messages are who signs or sends them", () => {
  check(
    "Dear crews,\n\nThe quay will close.\n\nI am sorry.\n\nYours sincerely,\n\nAnna Tarn\n\nThe crews met.",
    "block: The quay will close. … I am sorry. | Anna Tarn",
  )
  check("Dear Ms Tarn,\n\nThe quay is rotten.\n\nRegards, Sam Orr", "block: The quay is rotten. | Sam Orr")
  check(
    "From: Anna Tarn\n\nTo: All crews\n\nSubject: The quay\n\nWe will close the quay.\n\nThe crews met.",
    "block: We will close the quay. | Anna Tarn",
  )
  check("From Sam Orr: I think the quay should close.", "block: I think the quay should close. | Sam Orr")
  check("From Monday: no ferry will sail at night.")
})

test("a statement without marks behind a colon goes on in the first person", () => {
  check(
    "Orr wrote to her crews on Monday:\n\nWe have decided to close the quay.\n\nThe quay opened in 2003.",
    "block: We have decided to close the quay. | Orr",
  )
  check("Orr wrote to her crews on Monday:\n\nThe quay opened in 2003.")
})

test("a cry that comes has its speaker behind “from”", () => {
  check("“We sail!” came the reply from Anna Tarn.", "direct: We sail! | Anna Tarn")
  check("“We sail!” came a cry.", "direct: We sail! | nobody")
})

test("what holds the words is none of them, and a message speaks where its sender is unsure", () => {
  check("Orr posted a picture with the caption “Goodbye, quay.”", "direct: Goodbye, quay. | Orr")
  check("Orr sent a note saying: “I am sorry.”", "direct: I am sorry. | Orr")
  check("The court heard that Orr had sent a note saying: “I am sorry.”", "direct: I am sorry. | a note")
})

test("a participle before the verb is part of who speaks", () =>
  check(
    "More than half of those asked said the quay “must close”.",
    "partial: the quay “must close | More than half of those asked",
  ))

test("headings name who speaks behind a colon, posts by a handle", () => {
  check("‘We are ready’: Tarn", "direct: We are ready | Tarn")
  check("“We are ready”: mayor on new quay", "direct: We are ready | mayor")
  check("“We are ready”: a long wait", "no speech: We are ready | nobody")
  check("“We sail,” tweeted @samorr.", "direct: We sail, | @samorr")
})

test("a question behind another's words is nobody's until somebody asks it", () =>
  check(
    "“Everything,” said Tarn.\n\n“Who is to blame for it?”",
    "direct: Everything, | Tarn",
    "direct: Who is to blame for it? | nobody",
  ))

test("inner words may open the words around them", () =>
  check(
    "“‘Go home,’ she said, ‘and stay there,’” Orr recalled.",
    "direct: ‘Go home,’ she said, ‘and stay there,’ | Orr",
    "direct: Go home, … and stay there, | she",
  ))
