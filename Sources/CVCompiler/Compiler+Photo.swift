// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVDrawing
import CVLayout
import CVMarkup
import CVModel

extension Compiler {
  /// Puts the owner's photo into the header, where the theme has a place for one.
  ///
  /// A photo that cannot be shown costs a warning, and nothing else.
  mutating func addPhoto(
    of profile: Profile, to tree: inout LayoutTree, theme: Theme, options: CompileOptions
  ) {
    guard theme.header.photo != nil, let photo = profile.photo else { return }
    if photo.path.contains("://") {
      note(
        .badPhoto(
          photo, "is an address of the web, and cvgen reads nothing there",
          help: "save the photo beside the page, and write its path"))
      return
    }
    let path = filePath(of: photo, options)
    switch read(path) {
    case .failure(let failure):
      let reason = Diagnostic.unreadable(path, failure)
      note(.badPhoto(photo, "cannot be read: \(reason.message)", help: reason.help))
    case .success(let bytes):
      do throws(PictureFault) {
        let picture = try readPicture(bytes)
        guard picture.isDrawable else { throw PictureFault(words: "is damaged") }
        tree.header.photo = HeaderPhoto(picture: picture, alternative: tree.title)
      } catch {
        note(.badPhoto(photo, error.words, help: "save it as a PNG or a JPEG (RGB) of a few MB"))
      }
    }
  }

  /// Paths begin in the folder of the file that states them, or with `/` in the site's.
  private func filePath(of photo: Photo, _ options: CompileOptions) -> String {
    let page = photo.span.map { sources[$0.file].name } ?? ""
    guard photo.path.hasPrefix("/") else { return Self.path(photo.path, besides: page) }
    guard let site = options.sitePath else { return photo.path }
    return Self.path(String(photo.path.drop { $0 == "/" }), besides: site)
  }
}

extension Diagnostic {
  fileprivate static func badPhoto(_ photo: Photo, _ words: String, help: String?) -> Diagnostic {
    Diagnostic(
      .warning, .badPhoto, "the photo “\(photo.path)” \(words)", at: photo.span,
      label: "left out", help: help)
  }
}
