// SPDX-License-Identifier: MIT
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with the veraPDF engine.
 *
 * Arguments: pairs of a standard (ua1, 2u, 3a, ...) and a file. Prints a line for each pair: the
 * standard, the file, the number of checks, and the rules that failed, parted by TABs.
 */
public final class Validate {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int index = 0; index + 1 < arguments.length; index += 2) {
      System.out.println(
          arguments[index] + "\t" + arguments[index + 1] + "\t"
              + verdict(arguments[index], arguments[index + 1]));
    }
  }

  private static String verdict(String standard, String file) {
    PDFAFlavour flavour = PDFAFlavour.fromString(standard);
    VeraPDFFoundry foundry = Foundries.defaultInstance();
    try (InputStream input = new FileInputStream(file);
        PDFAParser parser = foundry.createParser(input, flavour);
        PDFAValidator validator = foundry.createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      TreeSet<String> failed = new TreeSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.PASSED) {
          failed.add(
              assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
        }
      }
      String rules = String.join(" ", failed);
      return result.getTotalAssertions() + "\t"
          + (result.isCompliant() ? "" : rules.isEmpty() ? "not compliant" : rules);
    } catch (Exception exception) {
      return "0\t" + exception;
    }
  }
}
