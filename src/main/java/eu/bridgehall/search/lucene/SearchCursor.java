package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.search.SearchSort;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Where a page of results ended: the sort value and the id of its last result, so that the next
 * page begins after it though documents come and go.
 */
final class SearchCursor {
  private SearchCursor() {}

  static String write(SearchSort sort, FieldDoc last) {
    Object value = last.fields[0];
    byte[] bytes =
        switch (value) {
          case Float score -> ByteBuffer.allocate(Float.BYTES).putFloat(score).array();
          case Long number -> ByteBuffer.allocate(Long.BYTES).putLong(number).array();
          case Double metres -> ByteBuffer.allocate(Double.BYTES).putDouble(metres).array();
          case BytesRef key -> BytesRef.deepCopyOf(key).bytes;
          default -> throw new IllegalStateException("Sort value " + value);
        };
    UUID id = AuthorityFields.id((BytesRef) last.fields[1]);
    ByteBuffer out = ByteBuffer.allocate(1 + 2 * Long.BYTES + bytes.length);
    out.put(code(sort));
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).put(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  /** The last result of the page before, for Lucene to go on after. */
  static FieldDoc read(SearchSort sort, String cursor, int documents) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (in.get() != code(sort)) {
        throw malformed();
      }
      UUID id = new UUID(in.getLong(), in.getLong());
      Object value = value(sort, in);
      if (in.hasRemaining()) {
        throw malformed();
      }
      // only equal sort values and ids compare documents, and those are the result itself
      return new FieldDoc(
          Math.max(0, documents - 1), Float.NaN, new Object[] {value, AuthorityFields.idBytes(id)});
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw malformed();
    }
  }

  private static Object value(SearchSort sort, ByteBuffer in) {
    return switch (sort) {
      case RELEVANCE -> in.getFloat();
      case POPULATION, NEWEST -> in.getLong();
      case DISTANCE -> in.getDouble();
      case NAME -> {
        byte[] key = new byte[in.remaining()];
        in.get(key);
        yield new BytesRef(key);
      }
    };
  }

  private static byte code(SearchSort sort) {
    return (byte)
        switch (sort) {
          case RELEVANCE -> 'r';
          case NAME -> 'n';
          case POPULATION -> 'p';
          case NEWEST -> 'u';
          case DISTANCE -> 'd';
        };
  }

  private static DomainException.Invalid malformed() {
    return new DomainException.Invalid("cursor", "error.cursor");
  }
}
