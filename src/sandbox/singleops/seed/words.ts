/** What made-up clients are made of. */
export const FIRST_NAMES =
  `Aaron Abigail Alice Amanda Andre Angela Anita Anthony Barbara Ben Bernice Brandon Brenda Brian Carla Carlos
  Caroline Charles Chloe Christine Claire Clifford Craig Cynthia Daniel Darlene David Deborah Denise Dennis Derek Diane Donna Doris Douglas
  Edward Eileen Elena Emily Eric Ethan Evelyn Florence Frank Gail George Gerald Gloria Grace Greg Hannah Harold Hector Helen Henry Irene
  Jack Jacob Jamal James Janet Jasmine Jason Jean Jeffrey Jennifer Jerome Jessica Joan Joel John Jorge Joseph Joyce Juan Judith Julia Karen
  Katherine Keisha Keith Kelly Kenneth Kevin Kim Larry Latoya Laura Lauren Lee Leon Leslie Linda Lisa Lorenzo Louis Lucille Luis Lynn Marcus
  Margaret Maria Marie Mark Martha Martin Mary Matthew Maurice Melissa Michael Miguel Monica Nancy Natalie Nathan Nicole Norma Olivia Pamela
  Patricia Patrick Paul Peggy Peter Philip Phyllis Priya Rachel Ralph Raymond Rebecca Renee Richard Robert Roger Rosa Roy Ruth Samuel Sandra
  Sarah Sean Sharon Shawn Sheila Sophie Stanley Stella Stephen Susan Teresa Thomas Timothy Tina Tom Tyrone Vanessa Vernon Victor Virginia
  Walter Wanda Wayne Wendy Wesley William Yolanda Yusuf Zachary Zoe`.split(/\s+/u)

export const LAST_NAMES =
  `Smith Smith Smith Johnson Johnson Williams Williams Brown Brown Jones Davis Miller Wilson Moore Taylor Anderson
  Thomas Jackson White Harris Martin Thompson Garcia Martinez Robinson Clark Rodriguez Lewis Lee Walker Hall Allen Young Hernandez King
  Wright Lopez Hill Scott Green Adams Baker Gonzalez Nelson Carter Mitchell Perez Roberts Turner Phillips Campbell Parker Evans Edwards
  Collins Stewart Sanchez Morris Rogers Reed Cook Morgan Bell Murphy Bailey Rivera Cooper Richardson Cox Howard Ward Torres Peterson Gray
  Ramirez Watson Brooks Kelly Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Flores
  Washington Butler Simmons Foster Bryant Alexander Russell Griffin Diaz Hayes Myers Ford Hamilton Graham Sullivan Wallace Woods Cole West
  Jordan Owens Reynolds Fisher Ellis Harrison Gibson McDonald Cruz Marshall Ortiz Gomez Murray Freeman Wells Webb Simpson Stevens Tucker
  Porter Hunter Hicks Crawford Boyd Mason Morales Kennedy Warren Dixon Ramos Reyes Burns Gordon Shaw Holmes Rice Robertson Hunt Black
  Daniels Palmer Mills Nichols Grant Knight Ferguson Rose Stone Hawkins Dunn Perkins Hudson Spencer Gardner Stephens Payne Pierce Berry
  Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews Ruiz Harper Fox Riley
  Armstrong Carpenter Weaver Greene Lawrence Elliott Chavez Sims Austin Peters Kelley Franklin Lawson O'Brien O'Neal DeLuca Nguyen Tran
  Patel Shah Kim Park Chen Wu Abramowitz Kowalczyk`.split(/\s+/u)

export const STREETS =
  `Main|Oak|Maple|Church|Peachtree|Roswell|Cherokee|Powder Springs|Dogwood|Magnolia|Piedmont|Chattahoochee|Mill Creek|
  Johnson Ferry|Old Canton|Whitlock|Sandy Plains|Lower Roswell|Paper Mill|Willow Bend|Hickory Ridge|Laurel|Spring|Ridge|Lakeview|Fox Run|
  Autumn Leaf|Stone Gate|Big Shanty|Shallowford|Kings Mountain|Holly Springs|Trickum|Bells Ferry|River Birch|Pine Needle|Sycamore`
    .split('|')
    .map((name) => name.trim())

/** As people write them. */
export const STREET_KINDS =
  'St,St.,Street,ST,Rd,Rd.,Road,Dr,Drive,Ave,Ave.,Ln,Lane,Ct,Ct.,Way,Trl,Pl,Cir,Pkwy NW,Rd SE'.split(',')

export const UNITS = ['Apt 4', 'Apt B', 'Unit 12', '#3', 'Ste 200', 'Bldg 2']

export const PLACES = [
  ['Marietta', 'GA', '30060'],
  ['Marietta', 'GA', '30062'],
  ['Kennesaw', 'GA', '30144'],
  ['Roswell', 'GA', '30075'],
  ['Smyrna', 'GA', '30080'],
  ['Atlanta', 'GA', '30305'],
  ['Atlanta', 'GA', '30318'],
  ['Woodstock', 'GA', '30188'],
  ['Acworth', 'GA', '30101'],
  ['Alpharetta', 'GA', '30009'],
  ['Canton', 'GA', '30114'],
  ['Decatur', 'GA', '30030'],
  ['Sandy Springs', 'GA', '30328'],
  ['Mableton', 'GA', '30126'],
  ['Powder Springs', 'GA', '30127'],
  ['Chattanooga', 'TN', '37402'],
] as const

export const COMPANY_HEADS =
  `Peachtree|Chattahoochee|Kennesaw|Big Oak|Cherokee|Piedmont|Whitlock|Magnolia|Lakeview|Battlefield|Cobb County|
  North Georgia|Stone Gate|Willow Bend|River Birch|Old Canton|Southern|Red Clay|Allatoona|Etowah`
    .split('|')
    .map((name) => name.trim())

export const COMPANY_TAILS =
  `Property Management|HOA|Homeowners Association|Realty|Church|Baptist Church|Elementary School|Apartments|
  Storage, LLC|Dental|Animal Hospital|Golf Club|Builders Inc.|Townhomes|Senior Living|Cafe|Auto Body|Partners, LP`
    .split('|')
    .map((name) => name.trim())

/** Reserved for examples; no mail ever leaves for them. */
export const MAIL_DOMAINS = [
  'mail.example',
  'inbox.example',
  'post.example',
  'fastmail.example',
  'cobb.example',
]

export const NOTICES = [
  'Gate code 4411#',
  'Two big dogs, call before entering the yard',
  'Only text, never call',
  'Septic field left of the drive: no trucks on the lawn',
  'Wants a certificate of insurance before any work',
]

export const HOLD_REASONS = [
  'Past due more than 90 days',
  'Disputed invoice',
  'Returned check',
  'Lawyer involved, see the office',
]
