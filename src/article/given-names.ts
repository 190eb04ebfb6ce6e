/**
 * Common given names of many languages in Latin letters, lower case, from general knowledge. A name that begins with
 * one is a person's where nothing else tells it from a house's or a section's; no name is refused for not being here.
 * Left out: those that are as often a word, a month or a place.
 */
const givenNames: ReadonlySet<string> = new Set(
  `
  aaron abdul abdullah abigail adam adrian adriana agnes ahmad ahmed aidan aisha alan albert alberto alejandra alejandro
  aleksandr alessandra alessandro alex alexander alexandra alexandre alexis alfred ali alice alicia alison allison
  alma amal amanda amelia amina amir amit amy ana anastasia anders andre andrea andreas andreea andrei andrew andrey andrzej
  andy anette angela angelica angus anika anil anita anja ann anna anne annette annie anthony antoine antonio anton
  aoife ariana arjun arthur arturo arun asha ashley astrid audrey ayesha barbara beatrice beatriz ben benedict benjamin
  bernard beth bethany bettina betty bianca bill birgit bjorn björn bob bogdan boris brad bradley brandon brenda brendan
  brett brian bridget bruce bruno bryan caitlin cameron camila camille carina carl carla carlos carmen carol carolin
  carolina caroline carolyn casey caspar catalina caterina catherine cathy cecilia celia celine chad charles charlie
  charlotte chen chiara chloe chloé chris christian christina christine christoph christophe christopher ciara cindy claire
  clara claudia claudio clement colette colin colleen connor conor cory craig cristian cristina cristiano curtis cynthia
  damian damien dan dana daniel daniela daniele danielle danny daria dario darren dave david dawn dean deborah
  debra declan deepak denis denise dennis derek desmond devin diana diane diego dieter dimitri dirk dmitri dmitry
  dominic dominik dominique donald donna doris dorothy doug douglas duncan dustin dylan eduardo edward edwin eileen
  elaine elena eleanor elias elisa elisabeth elise elizabeth ella ellen ellie elsa emil emilia emilio emily emma
  emmanuel enrico enrique eric erica erik erika erin ernest ernesto esther ethan eugene eva evan evelyn fabian fabio
  fatima federica federico felicity felipe felix fernanda fernando filip finn fiona florence florian frances francesca
  francesco francis francisco franck francois françois frank frederic frédéric frederick fredrik friedrich gabriel gabriela
  gabriele gareth gary gavin gemma geoff geoffrey george gerald gerard gerhard giacomo gianluca gilbert gillian gina
  giorgio giovanni giulia giulio giuseppe glen glenn gloria gordon graeme graham greg gregory greta guido guillaume guillermo gustav
  gustavo guy hannah hanna hans harald harold harriet harry hasan hassan hazel heather heidi heike heinrich helen helena
  helmut henri henrik henry herbert hilary hiroshi holger holly howard hugh hugo hussein ian ibrahim ida ignacio igor ilya
  imran ines ingrid irene irina iris isaac isabel isabella isabelle ismail ivan jack jacob jacqueline jacques jaime jake jakob
  jakub james jamie jan jana jane janet janice jasmine jason javier jay jayne jean jeanne jeff jeffrey jenna jennifer
  jenny jens jeremy jerome jerry jesper jesse jessica jessie jill jim jimmy jing joan joana joanna joanne joao joão joe joel
  johan johann johanna johannes john johnny jon jonas jonathan jorge jose josé josef joseph josephine josh joshua joyce juan
  judith judy julia julian juliana julie julien juliet juliette julio jun jurgen jürgen justin justine kai karen karim karin karina karl
  karolina katarina kate katharina katherine kathleen kathryn kathy katie katja katrin kay kayla keith kelly ken kenji
  kenneth kerry kevin khalid kim kimberly kirsten klaus kristen kristin kristina kristof krzysztof kumar kurt kyle lara
  larry lars laura lauren laurence laurent lea leah lee lena leo leon leonard leonardo leonie leslie lewis liam lidia lily linda
  lindsay lindsey lisa liz lorenzo lori louis louise luca lucas lucia lucie lucy ludwig luigi luis luisa lukas luke luna lydia
  lynn maciej madeleine magdalena maggie mahmoud malcolm mandy manfred manuel manuela marc marcel marcella marcelo marcin
  marco marcos marcus margaret margarita maria mariam marian mariana marie marija marina mario marion marisa mark marko
  markus marlene marta martha martin martina martine mary maryam massimo mateo mateusz mathias mathieu mathilde matilda
  matt matteo matthew matthias matthieu maureen maurice max maxim maxime maximilian maya megan mehmet mei melanie melissa
  mercedes meredith mia michael michaela michal michał michel michele michelle miguel mikael mikhail mike milan
  milena ming miranda miriam mohamed mohammad mohammed moira molly mona monica monika monique morgan muhammad mustafa nadia
  nadine nancy naomi natalia natalie natasha nathalie nathan nathaniel neil nelson nicholas nick nicola nicolas
  nicole niels nigel nikhil niklas nikolai nikolaus nils nina noah noel noor nora norbert norman nuria oksana olaf ole oleg olga
  oliver olivia olivier omar orla oscar oskar otto owen pablo pamela paola paolo pascal patricia patrick patrik paul paula
  paulina pauline paulo pavel pawel pedro peggy penelope per peter petr petra phil philip philipp philippe phillip pierre pieter
  piotr priya priyanka rachel rafael rafal rahul rainer raj rajesh ralf ralph ramon ramona randy raphael rashid raul
  ravi ray raymond rebecca regina reinhard renata renate renee ricardo riccardo richard rick ricky rita rob robert roberta
  roberto robin rodrigo roger roland rolf roman ron ronald rory rosa rosemary ross roxanne roy ruben rupert russell ruth
  ryan sabine sabrina sally salma sam samantha samir samuel sandra sandro sandy sanjay santiago sara sarah sascha saskia scott
  sean sébastien sebastian serena serge sergei sergey sergio shane shannon sharon shaun shawn sheila shreya silvia simon
  simona simone siobhan sofia sofie sonia sonja sophia sophie stacey stacy stan stanislav stanley stefan stefania stefanie
  stefano stella stephan stephanie stephen steve steven stewart stuart sue sunil sunita susan susanna susanne suzanne sven
  svetlana sylvia sylvie takashi tamara tania tanya tara tatiana ted teresa terry thea theodore theresa thierry thomas
  tiffany tim timothy tina tobias todd tom tomas tomasz tommy toni tony tracey tracy travis trevor tristan tyler ulrich
  ulrike umberto ursula uwe valentina valerie vanessa vera veronica veronika veronique victor victoria vijay vikram viktor
  vincent vincenzo violeta virginie vivian viviana vladimir walter wanda wayne wei wendy werner wilhelm will william wojciech
  wolfgang xavier yan yannick yasmin yolanda yuki yuri yusuf yves yvette yvonne zachary zahra zoe zoé zuzana åsa øyvind żaneta
`
    .split(/\s+/)
    .filter((name) => name !== ""),
)

export function isGivenName(word: string): boolean {
  return givenNames.has(word.toLowerCase())
}
