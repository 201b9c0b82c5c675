package eu.bridgehall.profiles.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How complete a profile is, and what would raise it. The points say how much a field helps others
 * to find and judge the authority; all fields together are {@value #FULL}.
 */
public final class ProfileCompleteness {
  public static final int FULL = 100;

  /** From how many characters a summary tells something. */
  public static final int SUMMARY_LENGTH = 200;

  private ProfileCompleteness() {}

  /**
   * One field.
   *
   * @param field path of the field
   * @param points what it counts
   * @param done whether it is there
   * @param required whether the profile cannot be submitted without it
   */
  public record Item(String field, int points, boolean done, boolean required) {}

  /** What is there and what is not, in the order of the form; the points add up to 100. */
  public static List<Item> items(ProfileContent c) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("needs", 15, !c.needs().isEmpty(), false));
    items.add(new Item("offers", 15, !c.offers().isEmpty(), false));
    items.add(new Item("interests", 5, !c.interests().isEmpty(), false));
    items.add(new Item("cooperationTypes", 10, !c.cooperationTypes().isEmpty(), true));
    items.add(new Item("languages", 10, !c.languages().isEmpty(), true));
    items.add(new Item("summary", 8, !c.summaries().isEmpty(), true));
    items.add(new Item("summaryLength", 4, longestSummary(c) >= SUMMARY_LENGTH, false));
    items.add(new Item("summaryEnglish", 5, hasSummaryIn(c, "en"), false));
    items.add(
        new Item(
            "ideas",
            5,
            c.texts().stream().anyMatch(t -> ProfileText.IDEA.equals(t.kind())),
            false));
    items.add(new Item("contact.mailbox", 8, c.contact().mailbox() != null, true));
    items.add(new Item("website", 4, c.website() != null, false));
    items.add(new Item("population", 4, c.population() != null, false));
    items.add(new Item("wishes", 4, !c.wishes().equals(PartnerWishes.NONE), false));
    items.add(new Item("capacity", 3, c.capacity() != null, false));
    return List.copyOf(items);
  }

  /** The points of what is there, 0 to 100. */
  public static int score(ProfileContent content) {
    return items(content).stream().filter(Item::done).mapToInt(Item::points).sum();
  }

  /** Fields without which the profile cannot be submitted; empty where it can. */
  public static List<String> missing(ProfileContent content) {
    List<String> missing = new ArrayList<>();
    if (content.needs().isEmpty() && content.offers().isEmpty() && content.interests().isEmpty()) {
      missing.add("needs");
    }
    items(content).stream()
        .filter(i -> i.required() && !i.done())
        .map(i -> "summary".equals(i.field()) ? "texts" : i.field())
        .forEach(missing::add);
    return missing;
  }

  private static int longestSummary(ProfileContent content) {
    return content.summaries().stream()
        .mapToInt(t -> t.text() == null ? 0 : t.text().length())
        .max()
        .orElse(0);
  }

  private static boolean hasSummaryIn(ProfileContent content, String language) {
    return content.summaries().stream().anyMatch(t -> language.equals(t.language()));
  }
}
