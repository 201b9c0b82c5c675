package eu.bridgehall.web;

import eu.bridgehall.profiles.ProfileView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authority's profile in the reader's words.
 *
 * @param profile what the reader may see, in codes
 * @param where names of the regions it lies in, the smallest first, the country last
 * @param summaries in the reader's language first
 * @param ideas in the reader's language first
 * @param hasOwnLanguage whether there is a summary in the reader's language
 * @param nameForms some of its other names, that of its place in the reader's language first
 * @param wishes what partners it seeks, as far as the reader sees it; each a sentence's end
 * @param begins whether the reader may write to it as its association or the secretariat
 * @param readers authorities that the reader acts for and that could be its partners
 */
public record AuthorityView(
    ProfileView profile,
    String name,
    String typeName,
    List<String> where,
    List<String> traits,
    List<Line> needs,
    List<Line> offers,
    List<Line> interests,
    List<String> cooperation,
    List<String> languages,
    List<String> memberships,
    List<Text> summaries,
    List<Text> ideas,
    boolean hasOwnLanguage,
    List<String> nameForms,
    List<Wish> wishes,
    List<Twin> twins,
    boolean begins,
    List<Reader.ActsFor> readers) {
  public AuthorityView {
    where = List.copyOf(where);
    traits = List.copyOf(traits);
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
    interests = List.copyOf(interests);
    cooperation = List.copyOf(cooperation);
    languages = List.copyOf(languages);
    memberships = List.copyOf(memberships);
    summaries = List.copyOf(summaries);
    ideas = List.copyOf(ideas);
    nameForms = List.copyOf(nameForms);
    wishes = List.copyOf(wishes);
    twins = List.copyOf(twins);
    readers = List.copyOf(readers);
  }

  /**
   * A theme.
   *
   * @param note what exactly, in the authority's words; null without one
   */
  public record Line(String theme, @Nullable String note) {}

  /**
   * A text that the authority has written.
   *
   * @param language its language (ISO 639-1); empty where it is not known
   * @param languageName the language's name in the reader's language
   */
  public record Text(String language, String languageName, String text) {}

  /**
   * One thing that a partner should have.
   *
   * @param label what it is about, in the reader's language
   * @param value what is wished, in the reader's language
   */
  public record Wish(String label, String value) {}

  /**
   * A town that it is twinned with already.
   *
   * @param country its name in the reader's language; null where it is not known
   * @param since year; null where it is not known
   */
  public record Twin(String name, @Nullable String country, @Nullable Integer since) {}
}
