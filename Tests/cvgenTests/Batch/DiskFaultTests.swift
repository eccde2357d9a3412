// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// What stands in a folder stays whole where nothing more can be written.
///
/// `make test-faults` fills the disk to every step; else to few.
@Suite(.serialized) struct DiskFaultTests {
  /// The documents before, then the documents of other pages on disks with ever more room.
  ///
  /// Prints what each run gave, and a line beginning with `wrong:` for each that has to be mended.
  private static let fullDisk = """
    set -e
    mkdir disk old new && mount -t tmpfs -o size=1m none disk
    make() { "$0" batch people.csv -o $1/out --jobs 1 --formats pdf,text -q; }
    single() { "$0" pdf page-0.md -o $1/cv.pdf -q; }
    make old && single old
    sed -i s/brass/bronze/ page-*.md
    make new && single new
    same() { cmp -s old/$1 disk/$1 || { [ $2 = made ] && cmp -s new/$1 disk/$1; } }
    for free in "$@"; do
      rm -rf disk/* && cp -R old/. disk/
      dd if=/dev/zero of=disk/filler bs=4096 2> /dev/null || true
      truncate -s -$((free * 4096)) disk/filler
      single disk 2> errors && status=0 || status=$?
      [ $status = 0 ] && state=made || state=kept
      [ $status = 0 ] || grep -q 'unwritable-file' errors || echo "wrong: $free: $(cat errors)"
      same cv.pdf $state || echo "wrong: $free: cv.pdf is neither old nor new"
      echo "single $status"
      make disk 2> errors && status=0 || status=$?
      [ $status = 0 ] || grep -q 'unwritable-file' errors || echo "wrong: $free: $(cat errors)"
      for file in old/out/*.*; do
        # An incomplete batch has no manifest.
        same ${file#old/} made || { [ $file = old/out/manifest.json ] && [ $status = 74 ]; } ||
          echo "wrong: $free: $file is neither old nor new"
      done
      [ $status = 74 ] || diff -r -x .cvgen new/out disk/out
      find disk -name '*.tmp' | sed 's/^/wrong: left behind: /'
      echo "batch $status"
    done
    """

  @Test(.mounts) func keepsWhatItHasWhereTheDiskIsFull() throws {
    let site = try FaultSite(pages: 3)
    try site.writeManifest(3)
    let steps = hasFullFaults ? Array(0...120) : [0, 1, 5, 9, 14, 20, 28, 60]
    let result = try site.runMounting(Self.fullDisk, steps.map(String.init))
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    let lines = result.text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("wrong") } == [])
    for kind in ["single", "batch"] {
      let ends = lines.filter { $0.hasPrefix(kind) }
      #expect(ends.count == steps.count && Set(ends) == ["\(kind) 0", "\(kind) 74"], "\(ends)")
      // With more room more is written.
      #expect(ends.first == "\(kind) 74" && ends.last == "\(kind) 0")
    }
  }

  @Test(.mounts) func keepsWhatItHasInAFolderThatIsReadOnly() throws {
    let site = try FaultSite(pages: 2)
    try site.writeManifest(2)
    try site.write("cvgen.yml", "profiles: page-*.md\noutput: disk/out/{name}\n")
    let script = """
      set -e
      mkdir disk && mount -t tmpfs none disk
      "$0" batch people.csv -o disk/out -q && "$0" build -q && "$0" pdf page-0.md -o disk/cv.pdf -q
      cp -R disk old
      sed -i s/brass/bronze/ page-*.md
      mount -o remount,ro disk
      for command in 'batch people.csv -o disk/out' build 'pdf page-0.md -o disk/cv.pdf'; do
        "$0" $command -q --diagnostics short 2>&1 || echo $?
      done
      diff -r old disk
      """
    let result = try site.runMounting(script)
    let lines = result.text.split(separator: "\n")
    #expect(result.status == 0 && lines.count == 6, "\(result.text) \(result.errors)")
    #expect(lines.filter { $0 == "74" }.count == 3)
    #expect(lines.filter { $0.contains("unwritable-file") }.count == 3)
  }

  /// The same without a disk of one's own: no file may grow beyond eight blocks.
  @Test func keepsWhatItHasWhereFilesMayNotGrow() throws {
    let site = try FaultSite(pages: 3)
    try site.writeManifest(3)
    #expect(try site.batch("out").status == 0)
    let old = try site.tree("out")
    try site.write("page-1.md", FaultSite.page(77))
    let limited = ["sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"]
    let full = try site.batch("out", ["--jobs", "1"], through: limited)
    #expect(full.status == 74)
    #expect(full.errors.contains("unwritable-file"))
    var left = try site.tree("out")
    #expect(left["manifest.json"] == nil)
    left["manifest.json"] = old["manifest.json"]
    let names = left.keys.sorted()
    #expect(names == old.keys.sorted())
    #expect(left["cv-1.pdf"] == old["cv-1.pdf"])
    #expect(try site.batch("out", ["--resume"]).status == 0)
    #expect(try site.tree("out")["cv-1.pdf"] != old["cv-1.pdf"])
  }

  @Test func tellsAtOnceThatAFolderCannotBeWritten() throws {
    let site = try FaultSite(pages: 1)
    try site.writeManifest(1)
    let result = try site.batch("/proc/self/net")
    #expect(result.status == 74)
    #expect(result.errors.contains("unwritable-file"))
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where the machine lets nobody mount a disk of one's own, as in some containers.
  fileprivate static var mounts: Self {
    .enabled(
      if: (try? run("unshare", mounting + ["mount", "-t", "tmpfs", "none", "/tmp"]).status) == 0,
      "this machine lets no test mount a disk")
  }
}

/// What `unshare` is told, so that mounts are seen by one program alone and end with it.
private let mounting = ["--mount", "--map-root-user"]

extension FaultSite {
  /// Runs a script that may mount disks; `$0` is cvgen.
  fileprivate func runMounting(
    _ script: String, _ arguments: [String] = []
  ) throws -> ProgramResult {
    try run(
      "unshare", mounting + ["sh", "-c", script, cvgenProgram] + arguments, folder: folder.url,
      environment: ["SWIFT_BACKTRACE": "enable=no"])
  }
}
