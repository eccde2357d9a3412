// SPDX-License-Identifier: MIT
import CVDiagnostics

/// A profile to begin with: every usual section, in the recommended form.
public var starterProfile: String {
  String(decoding: embeddedText("profile.md"), as: UTF8.self)
}
