// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVReaders

/// What the last page says, for further documents that are made of it.
///
/// The CVs of a batch are often made of one page and differ in what stands over it; to read it is a
/// third of the work. What is kept serves again only where all is the same that it was made of, so
/// that a document never depends on those made before it.
public final class PageCache {
  var markup = LastAnswer<Page, (document: MarkupDocument?, faults: DiagnosticLog)>()
  var reading = LastAnswer<Question, Reading>()

  /// All that the markup of a page depends on; a page with templates is not kept.
  struct Page: Equatable {
    /// With its places in the source.
    var source: EditedText
    var emoji: EmojiPolicy
  }

  /// All that the reading of a page depends on.
  struct Question: Equatable {
    var page: Page
    /// Those that the settings of cvgen state.
    var contacts: DataNode
    /// The settings of the site.
    var site: DataNode?
    var stated: StatedFacts
  }

  public init() {}
}

/// The answer to the question that was asked last.
struct LastAnswer<Question: Equatable, Answer> {
  private var last: (question: Question, answer: Answer)?

  /// The answer, which is found where it is not the last one.
  mutating func answer(to question: Question, _ find: () -> Answer) -> Answer {
    if let last, last.question == question { return last.answer }
    let answer = find()
    last = (question, answer)
    return answer
  }
}
