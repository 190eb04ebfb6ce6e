import { wordsOf } from "./words-of.ts"

/** First names that are nearly always a woman's. Common in Britain, Ireland and North America. */
export const englishFemaleNames = wordsOf(`
  abigail ada adele agnes aisha alexandra alice alicia alison allison amanda amber amelia amy ana andrea angela anita ann
  anna anne annette annie april ashley audrey barbara beatrice becky belinda bernadette beth bethany betty beverly brenda
  bridget brooke camille candace carla carmen carol carole caroline carolyn carrie catherine cathy cecilia charlotte
  chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie constance courtney crystal cynthia
  daisy dana danielle dawn deborah debbie debra deirdre denise diana diane dianne dolores donna dora doris dorothy edith
  eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen emily emma erica erin esther ethel eva evelyn faith
  fatima felicia fiona florence frances gabrielle gail geraldine gillian gina gladys glenda gloria grace greta gwen
  hannah harriet hayley heather heidi helen helena hilary hillary holly ida imogen ingrid irene iris isabel isabella
  isobel jacqueline jane janet janice jean jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jodie
  josephine joy joyce juanita judith judy julia juliana julie june karen kate katherine kathleen kathryn kathy katie
  kayla keira kelly kerry kimberly kirsten kristen kristin laura lauren laurie leah leanne lena leslie lillian linda lisa
  lois lorraine louise lucia lucy lydia lynn lynne mabel madeleine madison maggie mandy marcia margaret maria marian
  marianne marie marilyn marion marjorie marlene martha mary maureen maya megan melanie melinda melissa mercedes meredith
  mia michelle mildred millie miranda miriam molly mona monica muriel nadia nancy naomi natalie natasha nicole nicola nina
  nora norma olive olivia pamela patricia patty paula pauline pearl peggy penelope penny philippa phoebe phyllis priya
  rachel rebecca regina renee rhonda rita roberta robin rosa rosalind rose rosemary rosie ruby ruth sabrina sally samantha
  sandra sara sarah shannon sharon sheila shelley sherry shirley silvia siobhan sofia sonia sophia sophie stacey stella
  stephanie sue susan suzanne sylvia tamara tammy tania tara teresa tessa theresa tiffany tina tracey tracy trisha una
  ursula valerie vanessa vera veronica victoria violet virginia vivian wanda wendy whitney yolanda yvonne zoe`)

/** First names that are nearly always a man's. */
export const englishMaleNames = wordsOf(`
  aaron abdul abraham adam adrian ahmed alan albert alejandro alexander alfred ali allan allen alistair andre andrew andy
  angus anthony antonio archie arnold arthur austin barry bart ben benedict benjamin bernard bernie bill billy bob bobby
  boris brad bradley brandon brendan brent brett brian bruce bryan byron calvin cameron carl carlos cecil cedric chad
  charles charlie chris christian christopher chuck clarence clark claude clayton clifford clive colin conor corey craig
  curtis cyril dale damian damien dan daniel danny darrell darren dave david dean declan dennis derek desmond diego dominic
  don donald doug douglas duncan dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elijah elliott eric
  ernest ethan eugene ewan felix ferdinand fergus fernando finn francis francisco frank franklin fred frederick gareth
  gary gavin gene geoffrey george gerald gerard giles glen glenn gordon graham grant greg gregory guy hamish hank hans
  harold harry harvey hassan hector henry herbert herman howard hugh hugo ian ibrahim isaac ivan jack jacob jake james
  jamie jared jason jay jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jordan jorge
  jose joseph josh joshua juan julian justin karl keith ken kenneth kevin kieran kirk kurt kyle lance larry lawrence lee
  leo leon leonard leroy lewis liam lionel lloyd logan louis lucas luis luke malcolm manuel marc marco marcus mario mark
  martin marvin matt matthew maurice max melvin michael miguel mike miles mitch mitchell mohamed mohammed morris muhammad
  nathan neil nelson nicholas nick nigel noah noel norman oliver omar oscar owen patrick paul pedro pete peter phil philip
  phillip pierre rafael ralph ramon randall randy raul ray raymond reginald rex ricardo richard rick rob robert roberto
  rodney roger roland ron ronald rory ross roy rupert russell ryan salman sam samuel scott sean sebastian sergio seth shane
  shaun sidney simon spencer stanley stephen steve steven stewart stuart ted terence terry theo theodore thomas tim
  timothy toby todd tom tommy tony travis trevor tristan troy tyler vernon victor vincent wallace walter warren wayne wesley
  wilfred william winston xavier zachary`)

/** Countries, states and great cities of one word. */
export const englishPlaces = wordsOf(`
  afghanistan africa alabama alaska albania algeria america amsterdam angola arabia argentina arizona arkansas armenia asia
  athens atlanta australia austria baghdad baltimore bangladesh barcelona beijing beirut belarus belfast belgium berlin
  birmingham bolivia boston botswana brazil bristol britain brooklyn brussels bulgaria cairo california cambodia cambridge
  cameroon canada cardiff chicago chile china cleveland colombia colorado connecticut croatia cuba cyprus dallas damascus
  delaware denmark denver detroit dubai dublin ecuador edinburgh egypt england estonia ethiopia europe finland florida france
  gaza geneva georgia germany ghana glasgow greece guatemala haiti hawaii honduras houston hungary iceland idaho illinois
  india indiana indonesia iowa iran iraq ireland israel istanbul italy jamaica japan jerusalem jordan kabul kansas
  kentucky kenya kuwait kyiv kiev laos latvia lebanon leeds liberia libya lisbon lithuania liverpool london louisiana madrid
  maine malaysia mali malta manchester manhattan maryland massachusetts melbourne mexico miami michigan milan milwaukee
  minneapolis minnesota mississippi missouri moldova montana montreal morocco moscow mumbai munich namibia nebraska nepal
  netherlands nevada newcastle nicaragua niger nigeria norway ohio oklahoma oman oregon orlando oslo ottawa oxford pakistan
  palestine panama paraguay paris pennsylvania peru philadelphia philippines phoenix pittsburgh poland portland portugal
  prague qatar quebec romania rome russia rwanda scotland seattle senegal seoul serbia shanghai singapore slovakia
  slovenia somalia spain stockholm sudan sweden switzerland sydney syria taiwan tanzania tehran tennessee texas thailand
  tokyo toronto tunisia turkey uganda ukraine uruguay utah vancouver venezuela venice vermont vienna vietnam wales warsaw
  westminster wisconsin wyoming yemen zambia zimbabwe zurich`)
