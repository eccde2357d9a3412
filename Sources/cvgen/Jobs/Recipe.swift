// SPDX-License-Identifier: MIT
import CVCompiler

extension Job {
  /// A digest of all that is known of a job before its page is read: the program, the options, the
  /// theme's name, the formats and where the settings are.
  ///
  /// With the files that were read it decides whether documents need to be made again.
  var request: String {
    var job = self
    job.options = DiskFiles(page: page, root: root).findingSettings(of: page, options)
    return SHA256.hex(Self.program + "\n" + canonicalText(job))
  }

  /// The program with its version; another build of it may make other bytes.
  private static let program =
    "cvgen \(programVersion) \(UsedFile(stampOf: "/proc/self/exe").word)"
}

/// A value in words that are the same whenever the value is: sets and dictionaries are sorted.
func canonicalText(_ value: Any) -> String {
  if let bytes = value as? [UInt8] { return SHA256.hex(bytes) }
  let mirror = Mirror(reflecting: value)
  let parts = mirror.children.map { child in
    (child.label.map { $0 + ":" } ?? "") + canonicalText(child.value)
  }
  switch mirror.displayStyle {
  case .set, .dictionary: return "[" + parts.sorted().joined(separator: ",") + "]"
  case .enum, .struct, .tuple, .collection, .optional, .class, .foreignReference, .none, .some:
    guard parts.isEmpty else {
      return "\(mirror.subjectType)(" + parts.joined(separator: ",") + ")"
    }
    return mirror.displayStyle == nil ? String(reflecting: value) : "\(value)"
  }
}
