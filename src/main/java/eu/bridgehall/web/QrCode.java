package eu.bridgehall.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A picture that a telephone reads a text from (ISO/IEC 18004), to be drawn as SVG.
 *
 * @param size of a side, in squares, with the quiet zone around
 * @param path of the dark squares ({@code d} of an SVG path)
 */
public record QrCode(int size, String path) {
  private static final int QUIET_ZONE = 4;

  /** The picture of a text, which has a few hundred characters at the most. */
  static QrCode of(String text) {
    BitMatrix squares = squares(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      int x = 0;
      while (x < squares.getWidth()) {
        int from = x;
        while (x < squares.getWidth() && squares.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
        }
        x++;
      }
    }
    return new QrCode(squares.getWidth(), path.toString());
  }

  private static BitMatrix squares(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalArgumentException("The text is too long", e);
    }
  }
}
