import { wordsOf } from "./words-of.ts"

/** First names from elsewhere that English papers print, nearly always a woman's. */
export const worldFemaleNames = wordsOf(`
  adaeze adela adriana agata agneta agnieszka ailish aino aisling akiko alejandra aleksandra alessandra alessia alina
  aline alma amalia amara amina amira amrita ananya anastasia aneta anette anika anita anja anjali anneke annelise
  annika antje antonella antonia anya aoife apinya aria ariana asha astrid asuka ayesha azra barbora beata beatrix
  benedetta bettina bianca birgit birgitta bronwen bruna catalina cecile celine chanel chantal chiara chidinma chiyo
  chloé clarisse claudine conchita consuelo corinne cosima dagmar dagny daniela danuta daria delia delphine despina
  dilnoza dominique dorota ebba ebru eirini ekaterina eleni eleonora elif elin elina elisa elisabetta elke elodie elsa
  elzbieta emilia emine emmanuelle erika esperanza estelle eszter eun eunice ewa fabiola farah farida fatma fatoumata
  fernanda filiz fiorella francesca franziska freya frida friederike galina genevieve gerda ghada giada gilda giorgia
  giovanna giulia giuliana gloria graziella grazyna greta grethe guadalupe gudrun gulnara gunilla gwyneth hana hanan
  hanne haruka hedda hedwig heidrun heike helga helle hiba hildegard hiroko honorine huda hulda ilaria ilse imani
  imelda inga ingeborg inger ingrid inka ioana irena irina irmgard isabela isla ivana ivanka izabela jacinta jadwiga
  jana jelena jiwoo joana johanna jolanta josefina jovana julianna julieta justyna jutta kaisa kalpana kamala karolina
  katarina katarzyna katerina katja katya kavita keiko khadija kinga kirsi kirsten klara krystyna ksenia kumiko laila
  lakshmi lamia larisa latifa lavinia layla leela leila lena leonor leticia lidia lieke liesl liliana lina linnea liv
  lorena lotte lourdes lubna lucia luciana ludmila ludovica luisa luz lyudmila magda magdalena maia maite maja malala
  malgorzata malin manon manuela mara marcela maren margarita margit margot margrethe marguerite mari maria mariam
  mariana marianne maribel marieke mariella marija marijke marilena marina marisol marit marketa marlene marta martina
  maryam matilde mattea mayumi meera mei mercedes merete michela michiko midori mihaela mila milena minna mireille
  miriam mirjana moira monika mumtaz nadezhda nadia nadine naima nanako naoko nasreen natalia natasha nayeli neha
  nermin ngozi nikolina nilufar nina nirmala noor nora noura nuria oksana olena olga olivia olla orla ottilie paloma
  paola parvati patrizia paulina penelope petra philippa pia pilar polina pooja priti priya priyanka rachida radhika
  raisa rania raquel rashida razia rebekka renata rhiannon ricarda rita roberta rocio romina roos rosa rosalba rosario
  roxana rukhsana rukiya rukmini ruqaya ruta sabina sabrina sachiko safiya saga sakura salma samira sanja sanna
  saoirse saskia satu sawsan shabnam shanelle shanti shirin shreya sigrid silje silvana silvia simona simone sinead
  sinéad siobhan siobhán sofia soledad solveig sonia sonja soraya stefania stephanie sumaya sunita sunniva
  suzanne svetlana sylwia tamar tamara tanja tanya tara tatiana tatyana teodora teresa tess tessa thandiwe thea
  tiziana tomoko tova tove trine tuulikki ulla ulrika ulrike ursula usha uta uxue valentina valeria vanessa vanja
  vera veronika vesna victoire vigdis viktoria viola violeta vivienne wanda wangari wiebke wilhelmina winnie
  xenia ximena yael yara yasmin yasmine yelena yesenia yoko yolanda yoshiko yuki yuko yulia yuliya yumi yvette zahra
  zainab zanele zdenka zeinab zeynep zofia zoya zsuzsanna zuzana
  carly megyn loretta lindsey kellyanne condoleezza nikki melania tiffany latoya keisha shaniqua lakeisha tamika
  yolonda marisela guadalupe siobhan niamh caoimhe sian nerys angharad morag ailsa iona catriona mairi maeve orlaith
  philomena imelda concepta bernie gretchen brianna kayla kaitlyn mackenzie jocelyn noelle tamsin saskia`)

/** The same, nearly always a man's. */
export const worldMaleNames = wordsOf(`
  abdallah abdel abdul abdullah abdulrahman abebe abel adama adebayo adem aditya adnan adolfo agustin agustín ahmad
  ahmed ahmet ajay akbar akio akira akshay alain alberto alejandro aleksander aleksandr aleksei aleksey alessandro
  alessio alexandre alexei alexey alfonso alfredo ali alonso alonzo alvaro amadou ambrose amin amir amit anatoly
  anders andre andrea andrej andres andriy andré andrés angelo angus anil anoop ansel anselm antoine anton antonin
  antti anwar aram arash arif arjun armando armin arne arnold arsène arturo arvind asad asher ashok atsushi aurelio
  axel aydin aziz babak baptiste bart bartosz bashar bashir basil bastian beau benedikt benito benoit bernard bernardo
  bernd bernhard bilal bjarne bjorn björn bo bogdan boris boubacar branko bruno burak callum carlo casper cedric cem
  cesar chen chidi christophe chukwudi cillian claude claudio claus clemens conor constantin corrado cosimo cristian
  cristiano cyril cyrus césar dag damian damiano damir danilo dario darius davide daviti deepak demba denis deniz
  denzil diego dieter dieudonné dilip dimitri dimitris dinesh dirk dmitri dmitry domenico dominik donatello   dorian dragan duncan dusan eamon eamonn edgar eduardo egil einar eino eirik ekrem elias eliseo emanuel emeka emil
  emile emilio emin emmanuel emre eneko enrico enrique enzo erik erkki ernesto ernst erwin esben esteban ettore eugen
  eugenio evgeny ewan eyal ezekiel ezio faisal farid farouk federico felipe ferdinando ferenc fidel filip filippo
  florent florin folke francesco francois frans franz françois fredrik friedrich fritz gabor gabriel gabriele gaetano
  gareth gaspard gennady georg georges georgi georgios gerhard gerhardt germán gert giacomo gian giancarlo gianluca
  gianni gideon gilberto gilles giorgio giovanni giulio giuseppe gonzalo goran gottfried grigory grzegorz guido
  guilherme guillaume guillermo gunnar gunter gunther gustav gustavo györgy günter haakon habib hadi hakan halvard
  hamid hamza hannu harald haruki haruto hasan hashim hayato heiko heinrich heinz helge helmut hendrik henk henri
  henrik henryk hermann hideki hiro hiroki hiroshi horst hubert husain hussein ibrahima idris ignacio ignatius igor
  ihor ihsan iker ilya imran imre inigo ioannis isaias isidro ismail istvan ivar ivo iwan jaap jabari jacek
  jacques jae jaime jair jakob jakub jamal jamil jan jannik janos janusz jarek jaroslav javier jean jedrzej jens
  jeroen jiri joachim joao joaquin joaquín johan johann johannes jon jonah jonas joost joris josef jozef joão
  jukka julio julius junichi juri jussi józef jörg jürgen kaan kabir kai kaito kamal kamil kaoru karel karim karol
  kaspar kasper kazuo keir kenji kenta kevork khaled khalid khalil kiran kirill kjell klaus koen kofi kojo konrad
  konstantin konstantinos krishna kristian kristof krzysztof kumar kunal kurtis kwabena kwame kwasi laszlo laurent
  leandro leif lennart leo leonardo leonid leopold levan levi li lionel lorenzo lothar luc luca luciano ludo ludovic
  ludwig luigi luka lukas lukasz maciej magnus mahdi mahmoud malik mamadou manfred manoj mansour manu marcel marcello
  marcin marek marian mariano marius marko markus marten martin massimo mateo mateusz mathias mathieu mats matteo
  matthias matti mattias mauricio mauro max maxim maxime mehdi mehmet melchior michal michel michele miguel mihai
  mikael mikhail mikko milan miles milos mircea mirko miroslav mohammad mohamud mordechai moritz moses moshe mostafa
  moussa murad mustafa nabil nadir naoki narendra nasser nathaniel naveen nestor nicola nicolae nicolas niels niklas
  niko nikolai nikolaos nikolay nils nizar norbert noé octavio oded oisin olaf olav ole oleg oleh oleksandr
  olivier olli omer onur orhan oriol osama oscar oskar osman osvaldo ottavio otto ousmane pablo paolo pascal patricio
  pavel pavlo pawel peder pekka petar petr petros petteri philippe pier piero piet pieter pietro piotr pradeep
  prakash pranav pyotr pål quentin radek rafal rahim rahul raimund raj rajan rajesh rajiv rakesh ramesh ramzi
  rashid rasmus ravi reinhard reinhold remi renato rene reza ricardo riccardo rikard risto rodolfo rodrigo rogelio
  rohan rohit romain romano ronan ruben rudi rudolf rui ruslan sadiq saeed salah salim salvador salvatore
  sami samir sanjay santiago santino sasha satoshi saul saverio seamus sebastien serge sergei sergey sergi serhiy seth
  shankar sharif shinji shinzo shiro siddharth siegfried sigurd silvio simeon simo slobodan solomon soren stanislav
  stefan stefano steffen sten stian sunil suresh svein sven séamus tadeusz takashi takeshi taner tapio tarik tariq
  taro tatsuya tayyip teemu terje tero tetsuya thabo thibault thierry thor thorsten tiago tibor timo timur tobias
  tomas tomasz tomislav torsten tunde tuomas udo ulf ulrich umar umberto uri urs usman uwe vaclav valentin valery
  vasile vasily veikko vikram viktor ville vinay vincenzo vinod vishal vitaly vito vittorio vivek vlad vladimir
  vladislav vojtech volker volodymyr wael waleed walid werner wilhelm willem wim wojciech wolfgang xavi xiang
  yakov yan yannick yannis yaroslav yasser yasuo yitzhak yosef youssef yuan yuri yuriy yusuf yves yvon zachariah zaid
  zaki zbigniew zdenek zeev zhang zlatan zoltan zoran
  barack jeb mitt rand newt reince elon beto devin raheem jamaal tyrone darnell deshawn devonte terrence dwayne
  hakeem jabari latrell marquis orlando rohan sanjeev kwasi rishi sajid huw rhys gethin dafydd alun emyr gwilym hamish
  lachlan ruaridh fergus ciaran declan eoin padraig tadhg diarmuid cormac fintan brendan wendell clyde dewayne brody`)
