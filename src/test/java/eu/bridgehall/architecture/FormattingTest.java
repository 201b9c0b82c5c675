package eu.bridgehall.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormattingTest {
  @Test
  void everyJavaSourceIsInTheHouseStyle() throws IOException {
    assertEquals(
        List.of(),
        SourceFormat.unformatted(),
        "Rewrite them: ./mvnw -q test-compile exec:exec@format");
  }
}
