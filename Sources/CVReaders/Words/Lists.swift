// SPDX-License-Identifier: MIT

/// A set of the lists in the files.
struct Lists: OptionSet {
  let rawValue: UInt128

  static let qualifiers = Lists(rawValue: 1 << 0)
  static let present = Lists(rawValue: 1 << 1)
  static let since = Lists(rawValue: 1 << 2)
  static let range = Lists(rawValue: 1 << 3)
  static let expected = Lists(rawValue: 1 << 4)
  static let role = Lists(rawValue: 1 << 6)
  static let degree = Lists(rawValue: 1 << 7)
  static let organisation = Lists(rawValue: 1 << 8)
  static let supervision = Lists(rawValue: 1 << 9)
  static let abbreviation = Lists(rawValue: 1 << 10)
  static let country = Lists(rawValue: 1 << 11)
  static let region = Lists(rawValue: 1 << 12)
  static let city = Lists(rawValue: 1 << 13)
  static let remote = Lists(rawValue: 1 << 14)
  static let publicationAward = Lists(rawValue: 1 << 15)
  static let publicationStatus = Lists(rawValue: 1 << 16)
  static let publicationGenre = Lists(rawValue: 1 << 17)
  static let equalContribution = Lists(rawValue: 1 << 18)
  static let correspondingAuthor = Lists(rawValue: 1 << 19)
  static let linkLabel = Lists(rawValue: 1 << 21)
  static let homepageMatter = Lists(rawValue: 1 << 22)
  static let peopleTitle = Lists(rawValue: 1 << 23)
  static let awardOpening = Lists(rawValue: 1 << 24)
  static let awardSubject = Lists(rawValue: 1 << 25)
  /// Labels before an address of each kind, before a name, and titles of whole pages.
  static let contactEmail = Lists(rawValue: 1 << 26)
  static let contactPhone = Lists(rawValue: 1 << 27)
  static let contactWebsite = Lists(rawValue: 1 << 28)
  static let contactLocation = Lists(rawValue: 1 << 29)
  static let nameLabel = Lists(rawValue: 1 << 30)
  static let pageTitle = Lists(rawValue: 1 << 31)
  /// What the file is called that many pages lead to, and that the document itself is.
  static let ownCV = Lists(rawValue: 1 << 5)
  /// What people write for `@` and `.` so that robots do not find an address.
  static let addressAt = Lists(rawValue: 1 << 32)
  static let addressDot = Lists(rawValue: 1 << 33)
  /// Last parts of compounds: `Projektingenieurin`, `Wetteramt`.
  static let roleEnding = Lists(rawValue: 1 << 34)
  static let organisationEnding = Lists(rawValue: 1 << 35)
  static let degreeEnding = Lists(rawValue: 1 << 36)
  static let endings: Lists = [.roleEnding, .organisationEnding, .degreeEnding]
  /// What was done at a date that it follows: 取得.
  static let dateTail = Lists(rawValue: 1 << 37)
  /// Last parts of what a programme of research is called: 项目, 计划.
  static let programme = Lists(rawValue: 1 << 38)
  /// Labels before the reading of a name: ふりがな.
  static let nameReading = Lists(rawValue: 1 << 39)

  /// Words that end and begin no field: `with`, `and`, `the`.
  static let functionWord = Lists(rawValue: 1 << 40)
  /// Words that begin a sentence about what somebody did.
  static let verb = Lists(rawValue: 1 << 41)
  /// Labels before a date of birth.
  static let birth = Lists(rawValue: 1 << 42)
  /// Names of the columns of a table.
  static let columnOrganisation = Lists(rawValue: 1 << 43)
  static let columnRole = Lists(rawValue: 1 << 44)
  static let columnTitle = Lists(rawValue: 1 << 45)
  static let columnLocation = Lists(rawValue: 1 << 46)
  /// Words before the first of two dates.
  static let between = Lists(rawValue: 1 << 47)
  /// Short names of regions that stand in brackets behind a town.
  static let regionCode = Lists(rawValue: 1 << 48)
  static let columnDate = Lists(rawValue: 1 << 49)
  /// Codes of countries (ISO 3166-1), which stand behind a town.
  static let countryCode = Lists(rawValue: 1 << 51)
  /// Words behind a year that say that it is one: `2019 г.`.
  static let yearWord = Lists(rawValue: 1 << 50)
  /// Words that end or begin the name of a place of higher learning: `Fen College`.
  static let school = Lists(rawValue: 1 << 52)
  /// Words that end the name of another body, so that only its town may follow.
  static let institution = Lists(rawValue: 1 << 53)
  /// Words before the abstract of a work.
  static let abstract = Lists(rawValue: 1 << 54)
  /// How a degree or a post stands: `Graduated`.
  static let state = Lists(rawValue: 1 << 55)
  /// Words with which somebody tells of herself.
  static let firstPerson = Lists(rawValue: 1 << 56)
  /// What somebody may be of a work: `Contributing Editor`.
  static let authorship = Lists(rawValue: 1 << 57)
  /// Words that join the last of several things to the others: `and`.
  static let joint = Lists(rawValue: 1 << 58)
  /// Words before those with whom somebody did something: `with`.
  static let companion = Lists(rawValue: 1 << 59)
  /// Words with which others tell of somebody.
  static let thirdPerson = Lists(rawValue: 1 << 60)
  /// Words with which the name of a part of an institution begins: `Department of Rain`.
  static let unit = Lists(rawValue: 1 << 61)
  /// Names of the two columns of a table of names and values: `Key`, `Value`.
  static let columnPair = Lists(rawValue: 1 << 64)
  /// Words before what something is of: `Professor of Rain`, `Experiencia de trabajo`.
  static let genitive = Lists(rawValue: 1 << 20)
  /// Words for pictures: of a person, and of anything.
  static let portrait = Lists(rawValue: 1 << 62)
  static let picture = Lists(rawValue: 1 << 63)

  /// Names of what says since when a post is held.
  static let columnStart = Lists(rawValue: 1 << 65)
  /// With what the rank of a venue begins: `CCF-A`, `SCI Q1`.
  static let venueRank = Lists(rawValue: 1 << 66)
  /// Words of links that only point: `here`.
  static let pointer = Lists(rawValue: 1 << 67)
  /// Names of the fields of a work.
  static let columnAuthor = Lists(rawValue: 1 << 68)
  static let columnVenue = Lists(rawValue: 1 << 69)
  static let columnGenre = Lists(rawValue: 1 << 70)
  static let columnDetail = Lists(rawValue: 1 << 71)
  /// What works are shown at, above a list of them: `Conferences`.
  static let meeting = Lists(rawValue: 1 << 72)
  /// Words for authors who are not named: `et al`.
  static let elision = Lists(rawValue: 1 << 73)
  /// What those are called who have or study for a degree, and some posts, too: `Ingénieur`.
  static let graduate = Lists(rawValue: 1 << 74)
  /// What ends the name of a body that signs for its members: `Fen Collaboration`.
  static let body = Lists(rawValue: 1 << 75)
  /// Words between somebody and the body for which she speaks: `on behalf of`.
  static let behalf = Lists(rawValue: 1 << 76)
  /// Words that say no more of a work than the venue behind them: `Published in`.
  static let appearance = Lists(rawValue: 1 << 77)
  /// What begins a name where the family stands first and no space behind it: 罗.
  static let familyName = Lists(rawValue: 1 << 78)
  /// Words between somebody and what she is: 是.
  static let copula = Lists(rawValue: 1 << 79)
  /// Where somebody stands among the authors: `first author`.
  static let authorOrder = Lists(rawValue: 1 << 80)
  /// Labels before each half of a name.
  static let givenNameLabel = Lists(rawValue: 1 << 81)
  static let surnameLabel = Lists(rawValue: 1 << 82)
  /// What a part of a year is called behind its season: `Fall Semester 2023`.
  static let term = Lists(rawValue: 1 << 83)

  /// The list of a title in the files; `nil` for one that no reader asks for.
  init?(title: String) {
    guard let list = Self.titles[title] else { return nil }
    self = list
  }

  init(rawValue: UInt128) { self.rawValue = rawValue }

  private static let titles: [String: Lists] = [
    "qualifiers": .qualifiers, "present": .present, "year word": .yearWord, "since": .since,
    "range": .range,
    "expected": .expected, "role": .role, "degree": .degree,
    "organisation": .organisation, "supervision": .supervision, "abbreviation": .abbreviation,
    "country": .country, "region": .region, "city": .city, "remote": .remote,
    "publication award": .publicationAward, "publication status": .publicationStatus,
    "publication genre": .publicationGenre, "equal contribution": .equalContribution,
    "corresponding author": .correspondingAuthor,
    "link label": .linkLabel, "homepage matter": .homepageMatter, "people title": .peopleTitle,
    "award opening": .awardOpening, "award subject": .awardSubject,
    "contact email": .contactEmail, "contact phone": .contactPhone,
    "contact website": .contactWebsite, "contact location": .contactLocation,
    "name label": .nameLabel, "page title": .pageTitle, "own cv": .ownCV, "address at": .addressAt,
    "address dot": .addressDot, "role ending": .roleEnding,
    "organisation ending": .organisationEnding, "degree ending": .degreeEnding,
    "term": .term,
    "date tail": .dateTail, "programme": .programme,
    "name reading": .nameReading, "function word": .functionWord, "verb": .verb,
    "birth": .birth, "column organisation": .columnOrganisation, "column role": .columnRole,
    "column title": .columnTitle, "column location": .columnLocation,
    "column date": .columnDate, "column pair": .columnPair, "column start": .columnStart,
    "between": .between,
    "region code": .regionCode,
    "country code": .countryCode, "school": .school, "institution": .institution,
    "abstract": .abstract, "state": .state, "first person": .firstPerson,
    "third person": .thirdPerson, "unit": .unit,
    "authorship": .authorship, "joint": .joint, "companion": .companion,
    "genitive": .genitive, "portrait": .portrait, "picture": .picture, "venue rank": .venueRank,
    "pointer": .pointer,
    "column author": .columnAuthor, "column venue": .columnVenue, "column genre": .columnGenre,
    "column detail": .columnDetail, "meeting": .meeting, "elision": .elision, "graduate": .graduate,
    "body": .body, "behalf": .behalf, "appearance": .appearance,
    "family name": .familyName, "copula": .copula,
    "author order": .authorOrder, "given name label": .givenNameLabel,
    "surname label": .surnameLabel,
  ]
}
