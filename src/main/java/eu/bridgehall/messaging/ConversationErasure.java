package eu.bridgehall.messaging;

/**
 * The statements by which what was removed is erased, and conversations that are over are deleted.
 * Which these are is said by moderation, which answers for what was decided about them.
 */
public final class ConversationErasure {
  /** The ids of messages and files that were removed and still hold what they said. */
  public static final String HELD =
      """
      select id from message where withheld = 'REMOVED' and erased_at is null
      union all
      select id from message_attachment where withheld = 'REMOVED' and erased_at is null
      """;

  /** The ids of messages and files that were not erased. */
  public static final String WHOLE =
      """
      select id from message where erased_at is null
      union all
      select id from message_attachment where erased_at is null
      """;

  private static final String OVER =
      """
      with over as (
        select c.id, c.introduction_id from conversation c
         where c.active_at < ? and %s
           and c.id not in (%s)),
      sides as (
        delete from introduction_side
         where introduction_id in (select introduction_id from over)),
      introductions as (
        delete from introduction where id in (select introduction_id from over)),
      messages as (
        delete from message where conversation_id in (select id from over))
      delete from conversation where id in (select id from over)
      """;

  private ConversationErasure() {}

  /**
   * Erases texts and files. A message stays where it was, without a text, its earlier ones and its
   * files, so that the conversation of the others is whole; so does a single file, without its name
   * and content.
   *
   * @param removed a query of the ids of messages and files
   */
  public static String erase(String removed) {
    return """
    with removed (id) as (%s),
    texts as (
      select m.id from message m
       where m.id in (select id from removed)
         and m.withheld = 'REMOVED' and m.erased_at is null),
    versions as (
      delete from message_version where message_id in (select id from texts)),
    files as (
      delete from message_attachment where message_id in (select id from texts)),
    single as (
      update message_attachment set name = '-', size = 1, content = '\\x00', erased_at = now()
       where id in (select id from removed) and withheld = 'REMOVED' and erased_at is null
         and message_id not in (select id from texts))
    update message set text = '-', erased_at = now() where id in (select id from texts)
    """
        .formatted(removed);
  }

  /**
   * Deletes conversations in which nobody has written since a moment, with the introduction that
   * opened them.
   *
   * @param keep a query of the ids of conversations that stay
   */
  public static String deleteSilent(String keep) {
    return OVER.formatted("true", keep);
  }

  /**
   * The same of those alone whose authorities have all been archived since before that moment.
   *
   * @param keep a query of the ids of conversations that stay
   */
  public static String deleteArchived(String keep) {
    return OVER.formatted(
        """
        (select bool_and(p.status = 'ARCHIVED' and p.changed_at < ?)
           from conversation_side s join authority_profile p on p.id = s.organisation_id
          where s.conversation_id = c.id)
        """,
        keep);
  }
}
