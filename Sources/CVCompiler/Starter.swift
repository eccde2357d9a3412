// SPDX-License-Identifier: MIT

/// A profile to begin with: every usual section, in the recommended form.
public var starterProfile: String {
  String(decoding: PackageResources.profile_md, as: UTF8.self)
}
