// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@Suite struct SortedSearchTests {
  @Test(arguments: 0...9)
  func findsWhereATestBeginsToPass(count: Int) {
    let numbers = Array(0..<count)
    for limit in 0...count {
      #expect(numbers.partitioningIndex { $0 >= limit } == limit)
      #expect(numbers[(count / 2)...].partitioningIndex { $0 >= limit } == max(limit, count / 2))
    }
  }
}
