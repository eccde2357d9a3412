// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVModel
import Glibc

/// Finds the folder that holds `Templates` and `Fonts`.
enum ResourceLocator {
  /// `CVGEN_SHARE`, else `share/cvgen` beside the program's folder, else the checkout that the
  /// program was built in.
  static func share() -> String? {
    if let named = getenv("CVGEN_SHARE") {
      let folder = String(cString: named)
      return isShare(folder) ? folder : nil
    }
    guard var folder = DiskFiles.realPath("/proc/self/exe") else { return nil }
    var isFirst = true
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = String(folder[..<slash])
      let candidates = isFirst ? ["/../share/cvgen"] : [""]
      for candidate in candidates where isShare(folder + candidate) { return folder + candidate }
      isFirst = false
    }
    return nil
  }

  private static func isShare(_ folder: String) -> Bool {
    DiskFiles.isFile(folder + "/Templates/classic/theme.yaml")
      && DiskFiles.isFolder(folder + "/Fonts")
  }
}
