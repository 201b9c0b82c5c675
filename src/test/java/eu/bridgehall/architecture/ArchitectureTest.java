package eu.bridgehall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "eu.bridgehall";
  private static final int LONGEST_FILE = 400;
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // what processors and the template compiler generate has no floor of its own
          .withImportOption(l -> !l.contains("$Definition") && !l.contains("$Introspection"))
          .importPackages(BASE);

  @Test
  void noPackageUsesOneOfItsOwnFloorOrAbove() {
    assertEquals(List.of(), new Floors(BASE, PRODUCT).violations(PRODUCT));
  }

  @Test
  void aPlantedArrowUpAndOneSidewaysAreFound() {
    String planted = BASE + ".architecture.planted";
    JavaClasses classes = new ClassFileImporter().importPackages(planted);
    List<String> found = new Floors(planted, classes).violations(classes);
    assertEquals(2, found.size(), found::toString);
    assertTrue(found.get(0).startsWith("Gable"), found::toString);
    assertTrue(found.get(1).startsWith("Pillar"), found::toString);
  }

  @Test
  void thePackagesOfTheProductHaveNoCycle() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void onlyTheSearchEngineKnowsLucene() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".search.lucene..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(PRODUCT);
  }

  @Test
  void theScoreAndTheModelsUseNoFramework() {
    classes()
        .that()
        .resideInAnyPackage(BASE + ".scoring..", BASE + ".kernel..", "..model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.fasterxml.uuid..",
            BASE + ".kernel..",
            BASE + ".scoring..",
            BASE + "..model..")
        .check(PRODUCT);
  }

  @Test
  void noSourceFileIsLongerThanCanBeReadAtOnce() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<String> tooLong =
          files
              .filter(f -> f.toString().matches(".*\\.(java|groovy|jte)"))
              .filter(f -> lines(f) > LONGEST_FILE)
              .map(Path::toString)
              .toList();
      assertEquals(List.of(), tooLong);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
