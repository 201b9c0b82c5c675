package eu.bridgehall.discovery;

import eu.bridgehall.platform.DataFolder;
import eu.bridgehall.platform.DatabaseIdentity;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.lucene.LuceneAuthorityIndex;
import eu.bridgehall.search.lucene.LuceneSearchWords;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens the index of this database in the data folder. */
@Factory
class AuthorityIndexFactory {
  /** Raised whenever the documents are made in another way. */
  private static final String FORM = "5";

  private static final String FOLDER = "index/authorities";

  @Singleton
  @Bean(preDestroy = "close")
  AuthorityIndex authorityIndex(
      DataFolder data, DatabaseIdentity database, Vocabulary vocabulary, LuceneSearchWords words) {
    return LuceneAuthorityIndex.open(
        data.folder(FOLDER), database.id(), FORM + "-" + vocabulary.version(), vocabulary, words);
  }
}
