// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of one pipeline stage; its imports are checked by `TidyTests/ImportTests`.
///
/// - Parameter texts: Folders with files that `CTexts` makes part of the program.
func stage(
  _ name: String, _ dependencies: [Target.Dependency], texts: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: texts, swiftSettings: strict)
}

/// The tests of one target.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: [
      .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
      .treatAllWarnings(as: .error),
    ])
}

let package = Package(
  name: "cvgen",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    // Without pkgConfig, which would link it: the library is loaded when a PDF is finished.
    .systemLibrary(name: "CQpdf", providers: [.apt(["libqpdf-dev"])]),
    .target(name: "CTexts"),

    stage("CVDiagnostics", ["CTexts"], texts: ["Explanations"]),
    stage("CVModel", ["CVDiagnostics"]),
    stage("CVMarkup", ["CVDiagnostics", "CVModel", "CMd4c", "CGumbo", "CYaml"]),
    stage(
      "CVReaders", ["CVDiagnostics", "CVModel", "CVMarkup"],
      texts: ["Words/Lists"]),
    stage("CVLayout", ["CVDiagnostics", "CVModel"]),
    stage("CVWriters", ["CVDiagnostics", "CVModel", "CVLayout"]),
    stage("CVTypesetting", ["CVDiagnostics", "CVModel", "CVLayout"]),
    stage("CVHyphenation", ["CHyphen"]),
    stage("CVPango", ["CVModel", "CVTypesetting", "CVHyphenation", "CPango"]),
    stage("CVDrawing", ["CVModel", "CVTypesetting", "CVPango", "CCairo", "CTurboJPEG"]),
    stage("CVFinishing", ["CVDiagnostics", "CVModel", "CQpdf"]),
    stage(
      "CVSettings", ["CVDiagnostics", "CVModel", "CVMarkup"],
      texts: ["Locales", "References"]),
    stage(
      "CVCompiler",
      [
        "CVDiagnostics", "CVModel", "CVMarkup", "CVReaders", "CVWriters", "CVSettings", "CVLayout",
        "CVTypesetting", "CVHyphenation", "CVPango", "CVDrawing", "CVFinishing",
      ], texts: ["Starter"]),
    .executableTarget(
      name: "cvgen",
      dependencies: [
        "CVCompiler", "CVMarkup", "CVModel", "CVDiagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["CVModel", "CVTypesetting"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("CVDiagnosticsTests", ["CVDiagnostics"]),
    tests("CVModelTests", ["CVDiagnostics", "CVModel"]),
    tests("CVMarkupTests", ["CVDiagnostics", "CVModel", "CVMarkup"]),
    tests("CVReadersTests", ["CVDiagnostics", "CVModel", "CVMarkup", "CVReaders"]),
    tests("CVSettingsTests", ["CVDiagnostics", "CVModel", "CVMarkup", "CVSettings"]),
    tests("CVLayoutTests", ["CVDiagnostics", "CVModel", "CVLayout"]),
    tests(
      "CVTypesettingTests",
      ["CVModel", "CVLayout", "CVTypesetting", "CVHyphenation", "CVPango"]),
    tests("CVHyphenationTests", ["CVHyphenation"]),
    tests("CVPangoTests", ["CVModel", "CVTypesetting", "CVHyphenation", "CVPango"]),
    tests("CVDrawingTests", ["CVModel", "CVTypesetting", "CVPango", "CVDrawing"]),
    tests("CVFinishingTests", ["CVModel", "CVFinishing"]),
    tests("CVWritersTests", ["CVDiagnostics", "CVModel", "CVLayout", "CVWriters"]),
    tests(
      "CVCompilerTests",
      [
        "CVDiagnostics", "CVModel", "CVMarkup", "CVReaders", "CVSettings", "CVLayout",
        "CVWriters", "CVTypesetting", "CVHyphenation", "CVPango", "CVCompiler",
      ], exclude: ["Judges"]),
    tests("LaTeXTests", ["CVDiagnostics", "CVModel", "CVLayout", "CVWriters", "CVCompiler"]),
    tests(
      "PDFTests", ["CVModel", "CVLayout", "CVPango", "CVCompiler", "cvgen"],
      exclude: ["Validator", "Extractors", "install", "requirements.txt"]),
    tests("cvgenTests", ["CVDiagnostics", "CVModel", "CVMarkup", "cvgen"], exclude: ["Commands"]),
    tests("TidyTests", ["CVDiagnostics", "CVModel", "CVMarkup", "CVSettings"]),
  ],
  cLanguageStandard: .c2x
)
