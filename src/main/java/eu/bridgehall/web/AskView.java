package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.partnerships.AskOutlook;
import eu.bridgehall.partnerships.IntroductionAllowance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for an introduction.
 *
 * @param from who asks
 * @param to who is asked
 * @param mayAsk whether the reader's role lets her ask
 * @param barred why the authority may ask for nothing now; null where it may
 * @param allowance how many more may be asked, and from when this one
 * @param outlook what lets it not ask now
 * @param obstacle the same in words; null where it can ask
 * @param notes what speaks against asking, in words
 * @param common themes that both profiles speak of
 * @param cooperation all kinds of cooperation
 * @param themes all themes, under their fields
 */
public record AskView(
    Reader.ActsFor from,
    FoundAuthority to,
    boolean mayAsk,
    @Nullable String barred,
    IntroductionAllowance allowance,
    AskOutlook outlook,
    @Nullable String obstacle,
    List<String> notes,
    List<Option> common,
    List<Option> cooperation,
    List<OptionGroup> themes,
    IntroductionForm form,
    FormErrors errors) {
  public AskView {
    notes = List.copyOf(notes);
    common = List.copyOf(common);
    cooperation = List.copyOf(cooperation);
    themes = List.copyOf(themes);
  }

  /** Whether the form has a use: what was sent and refused is kept to be copied. */
  public boolean open() {
    return mayAsk && ((!limited() && obstacle == null && barred == null) || !errors.isEmpty());
  }

  /** Whether something of the past, or of the present, lets nobody be asked now. */
  public boolean limited() {
    return allowance.left() == 0 || allowance.againFrom() != null;
  }

  /** Whether the theme stands among the common ones, so that it is not offered twice. */
  public boolean isCommon(String theme) {
    return common.stream().anyMatch(o -> o.value().equals(theme));
  }
}
