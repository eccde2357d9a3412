// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Owners of pages who say only their given names.
@Suite struct GivenNameTests {
  @Test func takesAGivenNameOfSomebodyToldOf() {
    let told = ReadProfile("Ada is a postdoctoral scholar at Fen University. She maps rain.")
    #expect(told.profile.name?.text == "Ada")
    #expect(ReadProfile("Hi, I'm Happy!\n\nI map rain.").profile.name == nil)
    #expect(ReadProfile("Fogware is the lead developer of maps. They love it.").profile.name == nil)
    #expect(ReadProfile("Ada is a research assistant for maps of rain.").profile.name == nil)
  }

  @Test(arguments: [
    ("罗雅是白河大学大气科学系的博士生，研究雨。", "罗雅"), ("罗雅芬，女，工学博士，白河大学副教授。", "罗雅芬"),
    ("欧阳雨现任白河大学讲师。", "欧阳雨"), ("白河大学是一所研究雨的学校，有许多教授。", nil),
    ("本人是白河大学的博士生。", nil), ("高中毕业，是一名教师。", nil),
    ("罗雅的雨图。", nil), ("方向为雨雾的博士生在此。", nil), ("金融系硕士研究生一名。", nil),
    ("管理学，博士在读。", nil), ("安全，稳定的系统是工程师的目标。", nil), ("高校（教員）を経て、研究者。", nil),
  ])
  func takesANameWithoutSpacesBeforeWhatSheIs(text: String, name: String?) {
    #expect(ReadProfile(text + "\n\n## 技能\n\n- 雨\n").profile.name?.text == name)
  }
}
