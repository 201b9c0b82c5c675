package eu.bridgehall.search.lucene;

import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.AuthorityIndexContract;
import eu.bridgehall.support.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.lifecycle.AfterTry;

/** The Lucene engine keeps the contract. */
class LuceneAuthorityIndexTest extends AuthorityIndexContract {
  private final List<Path> folders = new ArrayList<>();

  @Override
  protected AuthorityIndex create() {
    try {
      Path folder = Files.createTempDirectory("authority-index");
      folders.add(folder);
      return LuceneAuthorityIndex.open(folder, new UUID(1, 1), "test", VOCABULARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterTry
  void deleteFolders() throws IOException {
    closeAll();
    for (Path folder : folders) {
      Folders.delete(folder);
    }
    folders.clear();
  }
}
