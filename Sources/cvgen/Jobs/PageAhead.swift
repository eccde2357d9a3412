// SPDX-License-Identifier: MIT
import CVCompiler

/// The page that a command line most likely names, read beside the arguments and the theme.
///
/// It is read as a page is that nothing else is said of. What the arguments and settings say
/// otherwise makes another question of it, to which the cache has no answer, so that a wrong guess
/// costs time alone.
final class PageAhead {
  private let cache = PageCache()
  private let work: BackgroundWork

  /// - Returns: `nil` where no argument is the name of a file that looks like a page.
  init?(guessedFrom arguments: [String]) {
    guard let page = arguments.first(where: Self.isPage) else { return nil }
    // The work has the cache for itself: nothing asks for it before it has been waited for.
    nonisolated(unsafe) let cache = cache
    work = BackgroundWork {
      var runner = JobRunner(pages: cache)
      _ = runner.run(Job(page: page))
    }
  }

  /// What was read; waits for it.
  var pages: PageCache {
    work.wait()
    return cache
  }

  /// Only of a regular file there is more than one reading.
  private static func isPage(_ argument: String) -> Bool {
    [".md", ".markdown", ".html"].contains(where: argument.hasSuffix) && DiskFiles.isFile(argument)
  }
}
