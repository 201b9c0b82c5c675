package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.ProfileContent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the authority is reached and who sees what, as it was typed.
 *
 * @param consent whether those whom the contact leads to agree that it is shown as the page says;
 *     for a contact that stands in the profile already they have
 */
public record ContactForm(
    String mailbox,
    String name,
    String phone,
    String visibility,
    boolean positionHidden,
    boolean contactHidden,
    boolean consent)
    implements StepForm {
  /** Nobody is taken to agree before she says so: the box is empty, also beside a contact. */
  static ContactForm of(ProfileContent c) {
    Contact contact = c.contact();
    return new ContactForm(
        Typed.shown(contact.mailbox()),
        Typed.shown(contact.name()),
        Typed.shown(contact.phone()),
        Typed.shown(c.visibility()),
        c.positionHidden(),
        c.contactHidden(),
        false);
  }

  static ContactForm of(Sent sent) {
    return new ContactForm(
        sent.one("contact.mailbox"),
        sent.one("contact.name"),
        sent.one("contact.phone"),
        sent.one("visibility"),
        sent.has("positionHidden"),
        sent.has("contactHidden"),
        sent.has("consent"));
  }

  @Override
  public Map<String, @Nullable Object> changes(ProfileContent stored) {
    boolean given = !mailbox.isEmpty() || !name.isEmpty() || !phone.isEmpty();
    if (given && !consent && !hasContactOf(of(stored))) {
      throw new Invalid("consent", "edit.consent.needed");
    }
    Map<String, @Nullable Object> contact = new HashMap<>();
    contact.put("mailbox", Typed.text(mailbox));
    contact.put("name", Typed.text(name));
    contact.put("phone", Typed.text(phone));
    return Map.of(
        "contact",
        contact,
        "visibility",
        visibility,
        "positionHidden",
        positionHidden,
        "contactHidden",
        contactHidden);
  }

  private boolean hasContactOf(ContactForm other) {
    return mailbox.equals(other.mailbox) && name.equals(other.name) && phone.equals(other.phone);
  }
}
