// SPDX-License-Identifier: MIT

/// Words of CVs that the English patterns divide at a wrong place, by their places.
let englishExceptions: [String: [Int]] = {
  var words: [String: [Int]] = [:]
  for divided in englishDivisions {
    let parts = divided.split(separator: "-")
    var places: [Int] = []
    for part in parts.dropLast() { places.append((places.last ?? 0) + part.utf8.count) }
    words[parts.joined()] = places
  }
  return words
}()

/// Divided at all places that are wanted.
private let englishDivisions = [
  "algo-rithm", "algo-rithms", "auto-re-gres-sive", "bio-chem-istry", "bio-informatics",
  "bio-technology", "data-set", "data-sets", "firm-ware", "geo-spatial", "heuris-tics",
  "home-page", "hyper-parameter", "hyper-parameters", "meta-data", "micro-services",
  "micro-structure", "multi-modal", "nano-technology", "neuro-science", "neuro-sciences",
  "optimi-sation", "optimi-zation", "photo-grammetry", "post-doctoral", "spatio-temporal",
]
