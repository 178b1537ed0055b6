package org.alur.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the names in a zip file from its directory at the end. Nothing is unpacked, so a file that
 * unpacks to terabytes does no harm.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xffff;

  private ZipDirectory() {}

  /** The names of the entries; none if the file has no readable directory. */
  static Set<String> names(byte[] content) {
    var zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    var names = new HashSet<String>();
    var at = start(zip);
    while (at >= 0 && at + ENTRY_LENGTH <= zip.limit() && zip.getInt(at) == ENTRY) {
      var nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
      if (at + ENTRY_LENGTH + nameLength > zip.limit()) {
        break;
      }
      names.add(new String(content, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8));
      at +=
          ENTRY_LENGTH
              + nameLength
              + Short.toUnsignedInt(zip.getShort(at + 30))
              + Short.toUnsignedInt(zip.getShort(at + 32));
    }
    return names;
  }

  private static int start(ByteBuffer zip) {
    var last = zip.limit() - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (zip.getInt(at) == END) {
        return zip.getInt(at + 16);
      }
    }
    return -1;
  }
}
