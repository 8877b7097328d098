import { GIVEN_NAMES } from './given-names.ts'
import { GIVEN_NAMES_OF_THE_WORLD } from './given-names-world.ts'

// Common given names, only to tell a name from other words where nothing else does: in small letters, or "SMITH JANE".
const NAMES = `
al abe ava bea bo bud cal cy deb debs ella gil gus ike jeb jed josh kip kit lou lu lupe maddie mags mel ned nell nan pru ro roz russ sal stu sy tad ty val viv zeke chip buck buddy dusty rusty woody rosa nora mona lena ines luz paz
aaron abby abdul abigail adam adrian agnes ahmed aidan aisha alan albert alejandra alejandro alex alexa alexander alexandra alexis alfred ali alice alicia alison allan allen allison alyssa amanda amber amelia amir amy ana andre andrea andrew andy angel angela angelica angie anita ann anna anne annette annie anthony antoine antonio april arlene armando arnold art arthur ashley aubrey audrey austin ava
barb barbara barry beatrice becky belinda ben benjamin bernadette bernard bernice bert beth bethany betty bev beverly bill billy blake blanca bob bobbie bobby bonnie brad bradley brandon brandy brenda brent bret brett brian brianna bridget brittany brooke bruce bryan bryce byron
caleb calvin cameron camille candace carl carla carlos carmen carol carole caroline carolyn carrie casey cassandra cathy cecil cecilia celeste cesar chad charlene charles charlie charlotte chase chelsea cheryl chester chloe chris christa christian christina christine christopher christy cindy claire clara clarence claude claudia clay clayton cliff clifford clint clyde cody colby cole colin colleen connie connor constance cora corey corinne cory courtney craig cristina crystal curt curtis cynthia
daisy dale dallas damon dan dana daniel danielle danny darcy daren darlene darrell darren darryl dave david dawn dean deanna deb debbie deborah debra dee delia delores denise dennis derek derrick devin devon diana diane dick diego dolores dominic dominique don donald donna donnie dora doreen doris dorothy doug douglas drew duane dustin dwayne dwight dylan
earl ed eddie edgar edith edna eduardo edward edwin eileen elaine elena eli elias elijah elizabeth ella ellen elmer eloise elsie emily emma emmett enrique eric erica erik erika erin ernest esther ethan ethel eugene eva evan eve evelyn
faith faye felicia felix fernando fiona florence floyd frances francis francisco frank franklin fran fred freddie frederick
gabriel gabriela gabrielle gail garrett gary gavin gayle gene geoff george georgia gerald geraldine gerard gertrude gilbert gina ginger gladys glen glenda glenn gloria gordon grace grant greg gregg gregory greta guadalupe guillermo gus guy gwen gwendolyn
hal hank hannah harold harriet harry harvey hassan hazel heather hector heidi helen henry herb herbert herman hilary holly hope howard hugh hunter
ian ibrahim ida inez ingrid irene iris irma isaac isabel isabella ismael israel ivan ivy
jack jackie jackson jacob jacqueline jacques jaime jake james jamie jan jane janet janice janine jared jasmine jason javier jay jean jeanette jeanne jeff jeffery jeffrey jen jenna jennie jennifer jenny jeremy jerome jerry jesse jessica jessie jesus jill jillian jim jimmy jo joan joann joanna joanne jocelyn jodi jody joe joel joey johanna john johnnie johnny jon jonathan jordan jorge jose joseph josephine josh joshua joy joyce juan juanita judith judy julia julian julie julio june justin
kaitlyn kara karen kari karin karl karla kate katelyn katherine kathleen kathryn kathy katie katrina kay kayla keisha keith kelly kelsey ken kendra kenneth kenny kent kerry kevin kim kimberly kirk kris krista kristen kristin kristina kristy kurt kyle
lacey lakisha lana lance larry latoya laura lauren laurence laurie lawrence leah lee leigh lena leo leon leonard leroy leslie lester leticia levi lewis lillian lily linda lindsay lindsey lisa liz lloyd logan lois lonnie lora loretta lori lorraine louis louise lucas lucia lucille lucy luis luke lupe luther lydia lyle lynn lynne
mabel mack madeline madison mae maggie malcolm mandy manuel marc marcella marcia marco marcus marcy margaret margarita margie margot maria marian marianne marie marilyn mario marion marisol marjorie mark marlene marsha marshall martha martin marty marvin mary mateo matt matthew maureen maurice max maxine may megan meghan melanie melinda melissa melody melvin mercedes meredith merle micah michael micheal michele michelle miguel mike mildred miles milton mindy minnie miranda miriam mitch mitchell moe mohamed mohammed molly mona monica monique morgan morris muhammad muriel myra myrtle
nadia nadine nancy naomi natalia natalie natasha nate nathan nathaniel neil nelson nestor nicholas nick nicolas nicole nina noah noel nora norma norman
olga olive oliver olivia omar ophelia opal oscar otis owen
pablo paige pam pamela pat patrice patricia patrick patsy patti patty paul paula pauline pearl pedro peggy penny percy perry pete peter phil philip phillip phyllis pierre preston priscilla priya
quentin quinn
rachel rafael ralph ramon ramona randall randy raul ray raymond rebecca reed regina reggie reginald rene renee rex rhonda ricardo richard rick ricky rita rob robbie robert roberta roberto robin rochelle rod roderick rodney roger roland ron ronald ronnie rosa rosalie rosemarie rosemary rosie ross roxanne roy ruben ruby rudy russ russell ruth ryan
sabrina sally salvador sam samantha sammy samuel sandra sandy santiago sara sarah saul scott sean sergio seth shane shannon sharon shaun shawn sheila shelby shelley shelly sheri sherman sherri sherry shirley sid sidney sierra silvia simon skip sofia sonia sonya sophia sophie spencer stacey stacy stan stanley stella stephan stephanie stephen steve steven stewart stuart sue summer susan susie suzanne sydney sylvia
tabitha tamara tami tammy tanya tara tasha taylor ted terence teresa teri terrance terrell terri terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tonya tracey traci tracy travis trevor trish tricia tristan troy tyler tyrone
ursula valerie vanessa vera verna vernon veronica vic vicki vickie vicky victor victoria vincent viola violet virgil virginia vivian
wade wallace wally walt walter wanda warren wayne wei wendell wendy wes wesley whitney wilbur will willard william willie wilma winston
xavier yolanda yvette yvonne zach zachary zoe`

const FIRST_NAMES: ReadonlySet<string> = new Set(
  `${NAMES} ${GIVEN_NAMES} ${GIVEN_NAMES_OF_THE_WORLD}`.trim().split(/\s+/u),
)

const COMMON_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/u))

/** Whether far more people are called so than have it for a surname. */
export const isCommonFirstName = (word: string): boolean => COMMON_NAMES.has(word.toLowerCase())

export const isFirstName = (word: string): boolean => FIRST_NAMES.has(word.toLowerCase())
