/** ISO 4217, with the codes that have gone where old reports print them. */
export const isoCodes =
  "USD EUR GBP JPY CNY INR AUD CAD CHF SEK NOK DKK NZD ZAR RUB BRL MXN KRW TRY PLN CZK HUF ILS HKD SGD THB IDR MYR PHP NGN KES EGP SAR AED TWD ARS CLP COP PEN UAH RON BGN ISK VND PKR QAR KWD BHD OMR JOD MAD TND LKR BDT GHS ETB UGX TZS GEL KZT AZN"

const listed = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .flatMap((entry) => {
        const [code, words] = entry.split("=") as [string, string]
        return words.split(",").map((word): [string, string] => [word, code])
      }),
  )

/** Names of currencies by their commonest state; a word before the name may say of which other. */
export const currencyNames = listed(`
  USD=dollar,dollars,buck,bucks,greenbacks EUR=euro,euros JPY=yen CNY=yuan,renminbi,rmb INR=rupee,rupees
  RUB=rouble,roubles,ruble,rubles CHF=franc,francs ZAR=rand MXN=peso,pesos SEK=krona,kronor NOK=krone,kroner TRY=lira,liras
  NGN=naira ILS=shekel,shekels PLN=zloty,zlotys THB=baht KRW=won MYR=ringgit ESP=peseta,pesetas FIM=markka,markkas
  IRR=rial,rials SAR=riyal,riyals AED=dirham,dirhams UAH=hryvnia,hryvnias BRL=real,reais GBP=sterling,quid HUF=forint,forints
  CZK=koruna,korunas RON=leu,lei BGN=lev,leva HRK=kuna KWD=dinar,dinars KES=shilling,shillings IDR=rupiah,rupiahs VND=dong
  BDT=taka AFN=afghani,afghanis KZT=tenge KGS=som UZS=sum AZN=manat GEL=lari AMD=dram MNT=tugrik MMK=kyat LAK=kip KHR=riel
  MOP=pataca,patacas PEN=sol PYG=guarani,guaranis BOB=boliviano,bolivianos VES=bolivar,bolivars GTQ=quetzal,quetzals
  HNL=lempira,lempiras CRC=colon,colones NIO=cordoba,cordobas PAB=balboa,balboas HTG=gourde,gourdes GHS=cedi,cedis
  ETB=birr ZMW=kwacha BWP=pula MZN=metical,meticais PTE=escudo,escudos GRD=drachma,drachmas NLG=guilder,guilders
  ATS=schilling,schillings XBT=bitcoin,bitcoins BTN=ngultrum MKD=denar,denars`)

/** Hundredths and the like, of the state whose they mostly are. */
export const subunits: ReadonlyMap<string, { readonly unit: string; readonly factor: number }> = new Map(
  [
    ...listed(`
      USD=cent,cents,dime GBP=pence,penny EUR=eurocent,eurocents RUB=kopek,kopeks,kopeck,kopecks INR=paise,paisa
      MXN=centavo,centavos SEK=öre NOK=øre CHF=rappen PLN=groszy,grosz`),
  ].map(([word, unit]) => [word, { unit, factor: word === "dime" ? 0.1 : 0.01 }]),
)

const states = listed(`
  us=us,american,u.s au=australian,australia ca=canadian nz=zealand hk=kong sg=singapore,singaporean tw=taiwan,taiwanese
  jm=jamaican bs=bahamian bb=barbadian bz=belize bm=bermudian fj=fijian gy=guyanese lr=liberian na=namibian tt=trinidad,tobago
  zw=zimbabwean gb=british,uk,english eg=egyptian lb=lebanese sd=sudanese sy=syrian ie=irish ch=swiss fr=french be=belgian
  cf=cfa rw=rwandan cd=congolese mx=mexican ar=argentine,argentinian cl=chilean co=colombian cu=cuban do=dominican
  ph=philippine,filipino uy=uruguayan in=indian pk=pakistani lk=lankan np=nepalese,nepali mu=mauritian iq=iraqi kw=kuwaiti
  jo=jordanian bh=bahraini dz=algerian tn=tunisian ly=libyan rs=serbian se=swedish is=icelandic dk=danish no=norwegian
  ir=iranian om=omani ye=yemeni sa=saudi qa=qatari ae=emirati,uae ma=moroccan tr=turkish it=italian kr=south,korean
  kp=north ke=kenyan tz=tanzanian ug=ugandan so=somali at=austrian ru=russian by=belarusian de=german,deutsche,deutschmark
  fi=finnish ro=romanian md=moldovan cz=czech sk=slovak br=brazilian il=israeli jp=japanese cn=chinese ng=nigerian
  za=african pe=peruvian ve=venezuelan zm=zambian mw=malawian`)

const currenciesByState: Readonly<Record<string, ReadonlyMap<string, string>>> = Object.fromEntries(
  Object.entries({
    dollar:
      "USD=us AUD=au CAD=ca NZD=nz HKD=hk SGD=sg TWD=tw JMD=jm BSD=bs BBD=bb BZD=bz BMD=bm FJD=fj GYD=gy LRD=lr NAD=na TTD=tt ZWL=zw",
    pound: "GBP=gb EGP=eg LBP=lb SDG=sd SYP=sy IEP=ie",
    franc: "CHF=ch FRF=fr BEF=be XAF=cf RWF=rw CDF=cd",
    peso: "MXN=mx ARS=ar CLP=cl COP=co CUP=cu DOP=do PHP=ph UYU=uy",
    rupee: "INR=in PKR=pk LKR=lk NPR=np MUR=mu",
    dinar: "IQD=iq KWD=kw JOD=jo BHD=bh DZD=dz TND=tn LYD=ly RSD=rs SDD=sd",
    krona: "SEK=se ISK=is",
    kronor: "SEK=se ISK=is",
    krone: "DKK=dk NOK=no",
    kroner: "DKK=dk NOK=no",
    rial: "IRR=ir OMR=om YER=ye QAR=qa",
    riyal: "SAR=sa QAR=qa",
    dirham: "AED=ae MAD=ma",
    lira: "TRY=tr ITL=it",
    won: "KRW=kr KPW=kp",
    shilling: "KES=ke TZS=tz UGX=ug SOS=so ATS=at",
    ruble: "RUB=ru BYN=by",
    rouble: "RUB=ru BYN=by",
    mark: "DEM=de FIM=fi",
    markka: "FIM=fi",
    leu: "RON=ro MDL=md",
    lei: "RON=ro MDL=md",
    koruna: "CZK=cz SKK=sk",
    real: "BRL=br",
    shekel: "ILS=il",
    yen: "JPY=jp",
    yuan: "CNY=cn",
    naira: "NGN=ng",
    rand: "ZAR=za",
    sol: "PEN=pe",
    bolivar: "VES=ve",
    kwacha: "ZMW=zm MWK=mw",
  }).map(([name, codes]) => [name, listed(codes)]),
)

/** The currency of a name behind a word that says whose it is ("Australian", "dollars"), or null. */
export function currencyOfState(word: string, name: string): string | null {
  const state = states.get(word)
  if (state === undefined) return null
  const byState = currenciesByState[name] ?? currenciesByState[name.replace(/s$/, "")]
  return byState?.get(state) ?? null
}
