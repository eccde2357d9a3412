// SPDX-License-Identifier: MIT
import CVReaders
import Testing

/// The date shapes of real pages, each read from an award line, where only the date is cut off.
@Suite struct DateTests {
  @Test(arguments: [
    ("WS 2023/24", "2023..2024"), ("WS 2008/09, WS 2009/10", "2008..2009, 2009..2010"),
    ("winter 2022/23", "2022..2023"), ("07/01/2023 – 06/30/2028", "2023-07-01..2028-06-30"),
    ("2016 - 2021", "2016..2021"), ("2016–2021", "2016..2021"), ("2014--2019", "2014..2019"),
    ("2021", "2021"), ("2020 - now", "2020.."), ("2020-present", "2020.."), ("2021-", "2021.."),
    ("2009 -", "2009.."), ("2019–", "2019.."), ("09/2018–…", "2018-09.."),
    ("June 2019-", "2019-06.."), ("2026-：", "2026.."),
    ("Nov 2019 – Mar 2021", "2019-11..2021-03"), ("Dec. 2024 - May 2025", "2024-12..2025-05"),
    ("September 1, 2022 – February 16, 2023", "2022-09-01..2023-02-16"),
    ("2022.02", "2022-02"), ("2021, October", "2021-10"), ("2016---2017", "2016..2017"),
    ("2019.06 - 2022.04", "2019-06..2022-04"),
    ("2020.09 - now", "2020-09.."), ("2025/06", "2025-06"),
    ("2024/09 - 2029/06", "2024-09..2029-06"),
    ("2025/07 - Present", "2025-07.."), ("10/2020 - 12/2021", "2020-10..2021-12"),
    ("10/2020 - now", "2020-10.."), ("14/02/2022", "2022-02-14"), ("14.02.2022", "2022-02-14"),
    ("18. Januar 1998", "1998-01-18"),
    ("2016 Nov 9", "2016-11-09"), ("2016 Jan", "2016-01"), ("2022-02-14", "2022-02-14"),
    ("2021-03 - 2022-04", "2021-03..2022-04"),
    ("2019年4月〜2021年3月", "2019-04..2021-03"), ("2019 年 4 月 〜 現在", "2019-04.."),
    ("2019年4月-6月", "2019-04..2019-06"), ("2019年8月〜12月", "2019-08..2019-12"),
    ("2019年4月1日〜6月30日", "2019-04-01..2019-06-30"),
    ("2019년 4월 - 6월", "2019-04..2019-06"), ("2019年11月-2020年1月", "2019-11..2020-01"),
    ("平成30年4月", "2018-04"), ("昭和64年", "1989"), ("令和元年", "2019"),
    ("2021年", "2021"), ("2022年春、2024年春", "2022, 2024"), ("2017.09 至 2020.07", "2017-09..2020-07"),
    ("2020.09 至今", "2020-09.."),
    ("2021년 3월", "2021-03"), ("Jul'24 - Aug'25", "2024-07..2025-08"), ("Spring 2026", "2026"),
    ("2013 (Autumn)", "2013"),
    ("Fall 2023 – Present", "2023.."), ("2023/24", "2023..2024"), ("2019-20", "2019..2020"),
    ("2006–25", "2006..2025"),
    ("Feb to Jul 2016", "2016-02..2016-07"), ("April-August 2012", "2012-04..2012-08"),
    ("Sept.-Oct. 2024", "2024-09..2024-10"), ("avril-juin 1987", "1987-04..1987-06"),
    ("1 Sept.-Oct. 2022", "2022-09..2022-10"), ("Seit Mai 2024", "since 2024-05"),
    ("depuis 1992", "since 1992"), ("since 2021", "since 2021"),
    ("From March 2017 to present", "2017-03.."),
    ("2018, 2020, 2022", "2018, 2020, 2022"), ("2021、2023年", "2021, 2023"),
    ("2016-2018,  2020-Present", "2016..2018, 2020.."), ("Expected 2028", "2028?"),
    ("2029.06 (Expected)", "2029-06?"), ("expected May 2021", "2021-05?"),
    ("(Present)", ".."),
    ("2019.06 - 2022.04 (now)", "2019-06..2022-04?"),
    ("Octobre 2022- Juillet 2023", "2022-10..2023-07"),
    ("2019 bis 2021", "2019..2021"), ("jan. 2019 à mars 2021", "2019-01..2021-03"),
    ("Novemeber 2020", "2020-11"), ("يوليو 2024", "2024-07"), ("מרץ 2019 – היום", "2019-03.."),
    ("2021 - heute", "2021.."), ("Март 2020 – по настоящее время", "2020-03.."),
    ("с сентября 2016 по февраль 2020 г.", "2016-09..2020-02"), ("2020 г. – по н.в.", "2020.."),
    ("2012–2014 гг.", "2012..2014"), ("2019г.", "2019"), ("с 2021", "since 2021"),
    ("marzec 2019 – obecnie", "2019-03.."), ("2019 r.", "2019"), ("od 2019", "since 2019"),
    ("Eylül 2020 – devam ediyor", "2020-09.."), ("ŞUBAT 2017 - Kasım 2018", "2017-02..2018-11"),
    ("2019 yılı", "2019"), ("सितम्बर 2019 – वर्तमान", "2019-09.."),
    ("फ़रवरी 2016 – अक्टूबर 2019", "2016-02..2019-10"),
    ("22.–26.01.2024", "2024-01-22..2024-01-26"), ("28.02. - 3.3.2024", "2024-02-28..2024-03-03"),
    ("April 23-24, 2012", "2012-04-23..2012-04-24"), ("3–5 June 2019", "2019-06-03..2019-06-05"),
    ("June 30 - July 2, 2013", "2013-06-30..2013-07-02"), ("2012-’14", "2012..2014"),
    ("1998-’03", "1998..2003"),
    ("3rd May 2020", "2020-05-03"), ("May 3rd, 2020", "2020-05-03"), ("May, 3, 2020", "2020-05-03"),
    ("2020 → 2022", "2020..2022"),
    ("Dec 2019 - Feb 2020", "2019-12..2020-02"), ("2022 - 2022", "2022..2022"),
    ("2019 and 2020", "2019, 2020"),
    ("2018, 2019, and 2021", "2018, 2019, 2021"), ("May and June 2019", "2019-05..2019-06"),
    ("2023 – (expected 2027)", "2023..2027?"), ("2023.09 - (now)", "2023-09.."),
    ("expected to graduate in 2030", "2030?"),
    ("entre maio de 2019 e abril de 2020", "2019-05..2020-04"),
    ("between May and July 2019", "2019-05..2019-07"), ("zwischen 2012 und 2014", "2012..2014"),
    ("2016/17 – 2018/19", "2016..2019"), ("2007-09 – 2010-06", "2007-09..2010-06"),
    ("07-2018 - 12-2018", "2018-07..2018-12"), ("[03-2021 - Present]", "2021-03.."),
    ("(05-2019)", "2019-05"), ("2016年九月 - 2017八月", "2016-09..2017-08"),
    ("2010五月 - 2013年十一月", "2010-05..2013-11"),
    ("2023. 04. 24.", "2023-04-24"), ("2019. 03 ~ 2021. 02", "2019-03..2021-02"),
    ("2019. 3. ~", "2019-03.."), ("2023. 04. 24 ~ 09. 27", "2023-04-24..2023-09-27"),
    ("(98. 05. 14)", "1998-05-14"),
    ("2012 ~ 2014 / 2022 ~", "2012..2014, 2022.."),
  ])
  func reads(words: String, expected: String) {
    let record = ReadProfile.records("Awards", "- The Prize\t\(words)").first
    #expect(record?.dates?.summary == expected)
    #expect(record?.title?.text == "The Prize")
  }

  @Test(arguments: [
    "*2023* Best Paper", "**2023**: Best Paper", "2023 Best Paper", "Best Paper, 2023.",
    "Best Paper (2023)", "Best Paper\t2023", "[2023] Best Paper", "2023: Best Paper",
    "2023 - Best Paper", "Best Paper | 2023", "`2023` Best Paper", "2023, Best Paper",
  ])
  func takesTheDateOutOfALine(line: String) {
    let record = ReadProfile.records("Awards", "- \(line)").first
    #expect(record?.title?.text == "Best Paper")
    #expect(record?.dates?.summary == "2023")
  }

  @Test(arguments: [
    ("Top Reviewer, NeurIPS 2024.", "Top Reviewer, NeurIPS 2024"),
    ("Rank 3/2023 of the School", "Rank 3/2023 of the School"),
    ("Top 0.1% of 2500", "Top 0.1% of 2500"),
    ("Rule 07-2018 of the Fen", "Rule 07-2018 of the Fen"),
    ("Rule (14.05.23) of the Fen", "Rule (14.05.23) of the Fen"),
  ])
  func leavesNumbersThatBelongToWords(line: String, title: String) {
    #expect(ReadProfile.records("Awards", "- \(line)").first?.title?.text == title)
  }

  @Test(arguments: ["2021/2022 The Prize", "2021/2022年 The Prize"])
  func readsTwoYearsBeforeAllElse(line: String) {
    let record = ReadProfile.records("Awards", "- \(line)").first
    #expect(record?.dates?.summary == "2021..2022")
    #expect(record?.title?.text == "The Prize")
  }

  @Test(arguments: [
    ("**2021/now :** Engineer, Fen Labs", "2021.."),
    ("**2017/2020 :** Engineer, Fen Labs", "2017..2020"), ("2016/2018 Engineer, Fen Labs", "2016"),
  ])
  func readsYearsWithASlashBeforeAllElse(line: String, dates: String) {
    let record = ReadProfile.records("Experience", "- \(line)").first
    #expect(record?.dates?.summary.hasPrefix(dates) == true)
  }

  @Test(arguments: [
    ("Rain Club, treasurer, 2017/2018.", "2017..2018"), ("Fog and mills (2017/2018)", "2017..2018"),
    ("Rain Club, 2016/2017, 2017/2018", "2016..2017, 2017..2018"),
    ("Fen Week, 2016/2019", "2016, 2019"), ("Fen Week, 2018/2017", "2017"),
  ])
  func readsSchoolYearsThatStandAlone(line: String, dates: String) {
    #expect(ReadProfile.records("Activities", "- \(line)").first?.dates?.summary == dates)
  }

  @Test func readsShortYearsOfAPageThatHasThem() {
    let posts = "- Rain Engineer, Acme (Oct 08 – Sep 10)\n- Fog Engineer, Fen Labs (Aug. 05)\n"
    let dates = { (page: String) in
      ReadProfile("# Ada Roe\n\n## Experience\n\n" + page).summaries
        .map { $0.contains("when=") }
    }
    let all = ReadProfile.records(
      "Experience", posts + "- Mud Engineer, Ely (since Jan 13)\n- Clerk, Leeds (Feb 99)")
    #expect(
      all.map { $0.dates?.summary }
        == ["2008-10..2010-09", "2005-08", "since 2013-01", "1999-02"])
    #expect(dates(posts + "- Clerk, Leeds (Nov 10 – Feb 11)") == [false, false, false])
    #expect(dates(posts + "- Clerk, Leeds (Feb 99)") == [false, false, false])
  }

  @Test func readsWordsThatLeadToNoDate() {
    let line = String(repeating: "since ", count: 20_000)
    #expect(ReadProfile.records("Awards", "- Best Paper \(line)").first?.dates == nil)
  }

  @Test func takesAShortYearForNoDay() {
    let record = ReadProfile.records("Talks", "- Slow mills, CLOUD’24 July 2024").first
    #expect(record?.dates?.summary == "2024-07")
  }

  @Test func takesANumberWithAStopInItForNoDay() {
    let record = ReadProfile.records("Awards", "- The Prize, 2016 Nov. 12.5 points").first
    #expect(record?.dates == nil)
    #expect(record?.title?.text == "The Prize, 2016 Nov. 12.5 points")
  }

  @Test func doesNotTakeMayForAMonthInASentence() {
    #expect(ReadProfile.records("Awards", "- You may 2020 times").first?.dates == nil)
  }

  @Test func takesTheOrderOfMonthAndDayFromThePage() {
    let dates = { (first: String) in
      ReadProfile.records("News", "- \(first): Rain\n- 05/01/2026: Fog\n").map { $0.dates?.summary }
    }
    #expect(dates("11/18/2025") == ["2025-11-18", "2026-05-01"])
    #expect(dates("18/11/2025") == ["2025-11-18", "2026-01-05"])
    #expect(dates("10/15/2025: Dew\n- 31/12/2024").last == "2026-01-05")
  }

  @Test func readsYearsBehindASlash() {
    checkRecords(
      "Experience",
      """
      - Engineer, Fen Ltd, 2003/2007
      - Engineer, Fog Ltd, 2009/present
      - Engineer, Mist Ltd - 2009/2012
      - Engineer, Rain Ltd, 2009/10
      """,
      [
        "org=Fen Ltd; role=Engineer; when=2003..2007",
        "org=Fog Ltd; role=Engineer; when=2009..",
        "org=Mist Ltd; role=Engineer; when=2009..2012",
        "org=Rain Ltd; role=Engineer; when=2009-10",
      ])
    // A prize of two years was no prize for all between them.
    checkRecords(
      "Awards",
      "- Rain Prize, 2003/2007\n- Fog Prize for 1/2003 of all",
      ["title=Rain Prize; when=2003, 2007", "title=Fog Prize for 1/2003 of all"])
  }

  @Test func takesTheNumberOfAPreprintForNoYear() {
    let works = ReadProfile.publications(
      "- A. Roe, B. Poe. **Wet maps of land**. [arXiv:2007.14999](https://e.org/1).\n"
        + "- A. Roe, B. Poe. **Dry maps of land**. arXiv:0712.1499, 2008.\n")
    #expect(works.map(\.venue?.text) == ["arXiv:2007.14999", "arXiv:0712.1499"])
    #expect(works.map(\.year) == [nil, 2008])
  }

  /// The year of a standard stands behind a colon and a number; here no number does.
  @Test func readsADateBehindAColonAtTheStart() {
    let prizes = ReadProfile.records("Awards", "- Rain Prize\n- : 2019")
    #expect(prizes.first?.title?.text == "Rain Prize")
  }
}
