// SPDX-License-Identifier: MIT
import CVDiagnostics
public import CVModel
import CVReaders
import CVWriters

/// The forms of an inspection.
public enum InspectionForm: String, CaseIterable, Hashable, Sendable { case human, json }

extension Compiler {
  /// What became of every piece of the page that was read last.
  public func inspection(_ profile: Profile, as form: InspectionForm) -> String {
    let accounted = (words?.accounted ?? []).map {
      Inspection.Words.Reason(name: $0.reason.rawValue, count: $0.count)
    }
    let inspection = Inspection(
      profile, account: account,
      words: .init(
        page: words?.page ?? 0, inProfile: words?.inProfile ?? 0, accounted: accounted),
      missing: words?.missing ?? [])
    return switch form {
    case .human: writeInspection(inspection, sources: sources)
    case .json: writeInspectionJSON(inspection, sources: sources)
    }
  }
}
