// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads YAMLResume: JSON Resume below the key `content`, with places and networks of its own.
func readYAMLResume(_ root: DataNode, into reading: inout DataReading) {
  var fields = Fields(root, path: "")
  for key in ["$schema", "layouts", "layout"] { reading.leave(fields.take(key)) }
  _ = fields.take("cvgen")
  if let locale = fields.take("locale") {
    reading.takeLanguage(locale["language"]?.text)
    reading.leave(locale)
  }
  if let content = fields.take("content") {
    var inner = Fields(content, path: "content")
    readBasics(inner.take("basics"), into: &reading)
    if let location = inner.take("location") { reading.addLocation(location) }
    for profile in inner.take("profiles")?.list ?? [] { reading.addProfile(profile) }
    readResumeSections(content, &inner, into: &reading)
    for member in inner.rest where member.value.items.contains(where: { !$0.isBlank }) {
      reading.addSection(of: member, in: inner)
      _ = inner.take(member.key)
    }
    reading.reportRest(of: inner)
  }
  reading.reportRest(of: fields)
}

extension DataReading {
  /// The language of a text, by a tag (`pt-br`) or by its English name.
  mutating func takeLanguage(_ name: String?) {
    guard let name = name?.replacing("_", with: "-"), !name.isEmpty else { return }
    let words = name.lowercased().split(separator: "-").map(String.init)
    if let tag = languageTags[words[0]] ?? words.last.flatMap({ languageTags[$0] }) {
      profile.language = tag
    } else if 2...3 ~= words[0].count {
      profile.language = name
    }
  }
}

/// The names that formats have for languages.
private let languageTags = [
  "english": "en", "german": "de", "french": "fr", "spanish": "es", "portuguese": "pt",
  "italian": "it", "dutch": "nl", "chinese": "zh", "mandarin": "zh", "japanese": "ja",
  "korean": "ko", "arabic": "ar", "hindi": "hi", "indonesian": "id", "norwegian": "no",
  "danish": "da", "swedish": "sv", "finnish": "fi", "polish": "pl", "russian": "ru",
  "turkish": "tr", "vietnamese": "vi", "persian": "fa", "hebrew": "he", "hungarian": "hu",
]
