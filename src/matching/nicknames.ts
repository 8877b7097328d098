/** Whether both are short for the same first name, or one is short for the other; lower case. */
export function isNicknameOf(one: string, other: string): boolean {
  return (GROUPS.get(one) ?? []).some((group) => GROUPS.get(other)?.includes(group))
}

/** Whether a nickname is used for men and women: Pat on the family's number may be Patrick or Patricia. */
export function isForEither(name: string): boolean {
  return FOR_EITHER.has(name)
}

// A name may stand in several groups: Alex is Alexander and Alexandra.
const NICKNAMES = `
robert rob bob bobby robbie bert
william will bill billy liam willie
richard rich rick ricky dick
james jim jimmy jamie
john jon johnny jack
jonathan jon john
michael mike mikey mick
thomas tom tommy
charles charlie chuck chas
joseph joe joey
daniel dan danny
david dave davey
edward ed eddie ted ned
theodore ted theo teddy
anthony tony
christopher chris kit topher
matthew matt
andrew andy drew
steven stephen steve stevie
kenneth ken kenny
gregory greg
jeffrey jeff geoff geoffrey
timothy tim timmy
lawrence laurence larry
patrick pat paddy
patricia pat patty trish tricia
nicholas nick nicky
benjamin ben benny
samuel sam sammy
samantha sam sammie
alexander alex al sandy
alexandra alex sandra lexi
frederick fred freddy
francis frank
raymond ray
ronald ron ronnie
donald don donnie
douglas doug
gerald jerry gerry
jerome jerry
peter pete
phillip philip phil
vincent vince vinny
walter walt
zachary zach zack
nathan nathaniel nate
elizabeth liz beth betty lizzie eliza betsy
katherine catherine kathryn kate katie kathy cathy kat
margaret maggie meg peggy marge
jennifer jen jenny
jessica jess jessie
rebecca becky becca
susan sue susie suzanne
deborah debra deb debbie
barbara barb
christina christine chris tina
cynthia cindy
judith judy
jane janie
kimberly kim
linda lynn
pamela pam
sandra sandy
stephanie steph
teresa theresa terry
victoria vicky tori
virginia ginny
dorothy dot dottie
jacqueline jackie
joanne jo joann
allison ali allie
amanda mandy
`

// Names of men and of women alike, short for more than one.
const FOR_EITHER: ReadonlySet<string> = new Set(['alex', 'chris', 'pat', 'sam', 'sandy'])

const GROUPS: ReadonlyMap<string, readonly number[]> = NICKNAMES.trim()
  .split('\n')
  .reduce((groups, line, group) => {
    for (const name of line.split(' ')) groups.set(name, [...(groups.get(name) ?? []), group])
    return groups
  }, new Map<string, readonly number[]>())
